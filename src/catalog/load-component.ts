import { readForeignYamlExactly } from '../yaml/read-foreign-yaml.ts';
import type { YamlNote } from '../yaml/yaml-problem.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { ComponentDescription, ComponentProblem } from './component-description.ts';
import type { DescribedComponent } from './described-component.ts';
import { describeIr } from './ir/describe-ir.ts';
import { irName } from './ir/ir-file.ts';
import { kindOfFile, type NotAComponentReason } from './kind-of-file.ts';
import { entryOf, isTreeMap, type TreeMap } from './tree.ts';
import { describeV1 } from './v1/describe-v1.ts';

/** What a file is as a component. */
export type LoadedComponent =
  | { readonly status: 'ok'; readonly description: ComponentDescription }
  | {
      readonly status: 'broken';
      readonly name: string;
      readonly problems: readonly ComponentProblem[];
      /** False when nothing in the file tells that it was meant to be a component: no YAML, or a stray key. */
      readonly looksLikeComponent: boolean;
    }
  | {
      readonly status: 'not-a-component';
      readonly reason: NotAComponentReason;
      readonly name: string;
      /** The same as a problem, for lists that show it. */
      readonly problem: ComponentProblem;
    };

/** Where a text comes from; a broken component without a name is called after its file. */
export interface ComponentPlace {
  readonly path: string;
}

/**
 * Loads a component file, v1 or v2, as the SDK would. What the SDK refuses at load is `broken`; what it refuses only
 * when a task is made stands in the description's `problems`. KFP SDK: `ComponentSpec.from_yaml_documents`.
 */
export function loadComponent(text: string, place: ComponentPlace): LoadedComponent {
  const read = readForeignYamlExactly(text);
  if (!read.ok) {
    const { code, detail, line } = read.error;
    const problem = { code: `yaml-${code}`, values: { detail }, line };
    return { status: 'broken', name: nameOfFile(place.path), problems: [problem], looksLikeComponent: false };
  }
  const { documents, documentLines, notes } = read.value;
  const name = nameOf(documents[0]) ?? nameOfFile(place.path);
  const file = kindOfFile(documents);
  if (file.kind !== 'v1' && file.kind !== 'ir') {
    return { status: 'not-a-component', reason: file.kind, name, problem: { code: file.kind, values: {} } };
  }
  const surplus = checkDocuments(file.kind, documents.length, documentLines);
  const described: DescribedComponent =
    file.kind === 'v1' ? describeV1(file.tree, { text, notes }) : describeIr(file.tree, text);
  const problems = [...surplus, ...(described.ok ? [] : described.problems)];
  if (!described.ok || problems.length > 0) {
    return { status: 'broken', name, problems, looksLikeComponent: looksLikeComponent(file.tree) };
  }
  return { status: 'ok', description: withYamlNotes(described.description, notes) };
}

/** A v1 component says more than how it is implemented. */
function looksLikeComponent(tree: TreeMap): boolean {
  return ['name', 'inputs', 'outputs', 'pipelineInfo'].some((key) => Object.hasOwn(tree, key));
}

/** KFP SDK: IR may have a second document (its platform); the text of a v1 component is read as one. */
function checkDocuments(kind: 'v1' | 'ir', count: number, lines: readonly number[]): ComponentProblem[] {
  const allowed = kind === 'v1' ? 1 : 2;
  if (count <= allowed) return [];
  const line = lines[allowed];
  return [{ code: `documents-${kind}`, values: { count }, ...(line === undefined ? {} : { line }) }];
}

function withYamlNotes(description: ComponentDescription, notes: readonly YamlNote[]): ComponentDescription {
  const duplicates = notes.filter((note) => note.code === 'duplicate-key');
  if (duplicates.length === 0) return description;
  const added = duplicates.map(({ code, detail, line }) => ({ code: `yaml-${code}`, values: { detail }, line }));
  return { ...description, notes: [...description.notes, ...added] };
}

function nameOf(document: YamlTree | undefined): string | undefined {
  if (!isTreeMap(document)) return undefined;
  const name = entryOf(document, 'name') ?? irName(document) ?? entryOf(entryOf(document, 'metadata'), 'name');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** `…/read_data/component.yaml` is called after its folder, any other file after itself. */
function nameOfFile(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  const file = parts.at(-1) ?? path;
  const stem = file.replace(/(?:\.component)?\.ya?ml$/i, '');
  return stem === 'component' ? (parts.at(-2) ?? stem) : stem;
}
