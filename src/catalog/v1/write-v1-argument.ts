import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../tree.ts';

const PLACEHOLDER = /\{\{\$.*?\}\}/g;

/** IR placeholders by the v1 ones they come of. KFP SDK: `placeholders`. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['inputValue', /^\{\{\$\.inputs\.parameters\['([^']+)'\]\}\}$/],
  ['inputPath', /^\{\{\$\.inputs\.artifacts\['([^']+)'\]\.path\}\}$/],
  ['inputUri', /^\{\{\$\.inputs\.artifacts\['([^']+)'\]\.uri\}\}$/],
  ['outputPath', /^\{\{\$\.outputs\.parameters\['([^']+)'\]\.output_file\}\}$/],
  ['outputPath', /^\{\{\$\.outputs\.artifacts\['([^']+)'\]\.path\}\}$/],
  ['outputUri', /^\{\{\$\.outputs\.artifacts\['([^']+)'\]\.uri\}\}$/],
];

/** An argument of a compiled command as v1 has it; nothing for placeholders that v1 does not know. */
export function writeV1Argument(text: string): YamlTree | undefined {
  const structure = readStructure(text);
  if (structure !== undefined) return writeStructure(structure);
  const parts = splitText(text).map((part) => (part.startsWith('{{$') ? writePlaceholder(part) : part));
  if (parts.includes(undefined)) return undefined;
  const known = parts.filter((part) => part !== undefined);
  return known.length > 1 ? { concat: known } : (known[0] ?? '');
}

function splitText(text: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    parts.push(text.slice(at, match.index), match[0]);
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
}

function writePlaceholder(text: string): YamlTree | undefined {
  if (text === '{{$}}') return { executorInput: null };
  for (const [kind, pattern] of FORMS) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return { [kind]: name };
  }
  return undefined;
}

/** KFP SDK: concatenations and conditions are JSON texts in the IR. */
function readStructure(text: string): TreeMap | undefined {
  if (!/^\{"(?:Concat|IfPresent)": ?[[{]/.test(text)) return undefined;
  try {
    const tree = JSON.parse(text) as YamlTree;
    return isTreeMap(tree) ? tree : undefined;
  } catch {
    return undefined;
  }
}

function writeStructure(tree: TreeMap): YamlTree | undefined {
  const items = entryOf(tree, 'Concat');
  if (isTreeList(items)) return all(items, (concat) => ({ concat }));
  const condition = entryOf(tree, 'IfPresent');
  const name = entryOf(condition, 'InputName');
  const then = writeBranch(entryOf(condition, 'Then'));
  const otherwise = entryOf(condition, 'Else');
  const written = otherwise === undefined ? undefined : writeBranch(otherwise);
  const isWhole = then !== undefined && (otherwise === undefined || written !== undefined);
  if (typeof name !== 'string' || !isWhole) return undefined;
  return { if: { cond: { isPresent: name }, then, ...(written === undefined ? {} : { else: written }) } };
}

function writeBranch(tree: YamlTree | undefined): YamlTree | undefined {
  return isTreeList(tree) ? all(tree, (items) => items) : writeItem(tree);
}

function writeItem(tree: YamlTree | undefined): YamlTree | undefined {
  if (typeof tree === 'string') return writeV1Argument(tree);
  return isTreeMap(tree) ? writeStructure(tree) : undefined;
}

function all(items: readonly YamlTree[], make: (items: readonly YamlTree[]) => YamlTree): YamlTree | undefined {
  const written = items.map(writeItem).filter((item) => item !== undefined);
  return written.length === items.length ? make(written) : undefined;
}
