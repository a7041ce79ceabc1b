import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { pythonFloat } from '../yaml/yaml-tree.ts';
import type { ScalarValue } from './file-node.ts';
import type { SourceEntry, SourceNode, SourceScalar } from './source-node.ts';

/** The most values that the aliases of a file may stand for. What is written out itself is limited by the file's size. */
const ALIASED_LIMIT = 100_000;

/** One YAML document with the counter that tells its lines. */
export interface YamlText {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Parses text with LF line ends. Errors stay in the document; nothing throws but a stack that overflows. */
export function parseYamlText(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    keepSourceTokens: false,
    strict: false,
    logLevel: 'error',
  });
  return { text, document, lines };
}

/** What turning a document into plain nodes can end in. */
export type SourceOutcome =
  | {
      readonly kind: 'node';
      readonly node: SourceNode;
      /** Whether pieces of the text mean the same wherever they stand: no anchors, tags or kept line ends. */
      readonly movable: boolean;
      /** Integers that JavaScript cannot hold exactly. */
      readonly imprecise: readonly SourceScalar[];
    }
  | { readonly kind: 'bomb' };

/** The document's content with its places. Aliases are followed, up to a limit. */
export function readSource(yaml: YamlText): SourceOutcome {
  const reader: Reader = { yaml, left: ALIASED_LIMIT, aliases: 0, open: new Set<Node>(), movable: true, imprecise: [] };
  const node = readNode(reader, yaml.document.contents, 0);
  return node === undefined
    ? { kind: 'bomb' }
    : { kind: 'node', node, movable: reader.movable, imprecise: reader.imprecise };
}

interface Reader {
  readonly yaml: YamlText;
  left: number;
  /** How many aliases the node being read is inside of. */
  aliases: number;
  /** The nodes being read, to notice one that contains itself. */
  readonly open: Set<Node>;
  movable: boolean;
  readonly imprecise: SourceScalar[];
}

function readNode(reader: Reader, node: Node | null, fallback: number): SourceNode | undefined {
  if (reader.aliases > 0 && --reader.left < 0) return undefined;
  if (node !== null && isBound(reader, node)) reader.movable = false;
  if (isAlias(node)) {
    const target = node.resolve(reader.yaml.document);
    if (target === undefined || reader.open.has(target)) return undefined;
    reader.aliases++;
    const read = readNode(reader, target, fallback);
    reader.aliases--;
    return read;
  }
  const start = node?.range?.[0] ?? fallback;
  const place = { line: lineOf(reader, start), start, end: node?.range?.[1] ?? start };
  if (isMap(node)) return readMap(reader, node, place);
  if (isSeq(node)) return readList(reader, node, place);
  if (isScalar(node)) {
    const read: SourceScalar = { kind: 'scalar', ...place, value: scalarValue(node), text: node.source ?? '' };
    if (isImprecise(read)) reader.imprecise.push(read);
    return read;
  }
  return { kind: 'scalar', ...place, value: null, text: '' };
}

interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

function readMap(
  reader: Reader,
  node: Node & { items: unknown[]; flow?: boolean },
  place: Place,
): SourceNode | undefined {
  reader.open.add(node);
  const entries: SourceEntry[] = [];
  for (const pair of node.items as { key: Node; value: Node | null }[]) {
    const [start = place.start, end = start] = pair.key?.range ?? [];
    const value = readNode(reader, pair.value, end);
    if (value === undefined) return undefined;
    entries.push({ key: keyText(pair.key), line: lineOf(reader, start), start, end, value });
  }
  reader.open.delete(node);
  return { kind: 'map', ...place, flow: node.flow === true, entries };
}

function readList(
  reader: Reader,
  node: Node & { items: unknown[]; flow?: boolean },
  place: Place,
): SourceNode | undefined {
  reader.open.add(node);
  const items: SourceNode[] = [];
  for (const item of node.items as (Node | null)[]) {
    const read = readNode(reader, item, place.start);
    if (read === undefined) return undefined;
    items.push(read);
  }
  reader.open.delete(node);
  return { kind: 'list', ...place, flow: node.flow === true, items };
}

function keyText(key: Node | null): string {
  if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  return key === null || key === undefined ? '' : String(key);
}

function scalarValue(node: Scalar): ScalarValue {
  const { value } = node;
  if (typeof value === 'number')
    return isFloatText(node.source) && Number.isInteger(value) ? pythonFloat(value) : value;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return value === undefined ? null : String(value);
}

/** YAML 1.2 core schema: a number with a point or an exponent is a float. */
function isFloatText(source: string | undefined): boolean {
  return source !== undefined && !/^[-+]?0[xo]/.test(source) && /[.eE]/.test(source);
}

function lineOf(reader: Reader, offset: number): number {
  return reader.yaml.lines.linePos(offset).line;
}

/** Whether a node's text means something only where it stands. */
function isBound(reader: Reader, node: Node): boolean {
  if (isAlias(node) || node.tag !== undefined || ('anchor' in node && node.anchor !== undefined)) return true;
  const [start = 0, end = 0] = node.range ?? [];
  return (
    isScalar(node) &&
    node.type?.startsWith('BLOCK') === true &&
    /^[|>]\d?\+/.test(reader.yaml.text.slice(start, Math.min(end, start + 3)))
  );
}

function isImprecise({ value, text }: SourceScalar): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return false;
  return /^[-+]?[0-9]+$/.test(text) && BigInt(text.replace('+', '')) !== BigInt(value);
}
