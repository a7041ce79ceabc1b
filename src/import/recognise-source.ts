import { entryOf, isTreeMap } from '../catalog/tree.ts';
import { readForeignYamlExactly } from '../yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';

/** The deepest nesting that is read, as for YAML. */
const DEEPEST = 200;

/** What a text is, by its content alone. */
export type SourceKind =
  | 'pipewright'
  | 'kfp-ir'
  | 'kfp-manifest'
  | 'graph-component'
  | 'component'
  | 'argo-workflow'
  | 'elyra'
  | 'unknown';

/** A recognised text with what was read of it. */
export interface RecognisedSource {
  readonly kind: SourceKind;
  /** One tree for each YAML document; a JSON file has one. */
  readonly documents: readonly YamlTree[];
  /** Set where the text is neither YAML nor JSON: the line of the first fault. */
  readonly brokenLine?: number;
}

/** Tells what a text is. File names mean nothing; a JSON file is read as JSON where YAML would stumble over its tabs. */
export function recogniseSource(text: string): RecognisedSource {
  const elyra = readElyraJson(text);
  if (elyra !== undefined) return { kind: 'elyra', documents: [elyra] };
  const read = readForeignYamlExactly(text);
  if (!read.ok) {
    const json = readJson(text);
    if (json === undefined) return { kind: kindOfUnreadable(text), documents: [], brokenLine: read.error.line };
    return { kind: kindOfDocuments([json]), documents: [json] };
  }
  const documents = read.value.documents.filter((document) => document !== null);
  return { kind: kindOfDocuments(documents), documents };
}

/** Our own files are read by their own reader, which explains what is wrong with them. */
function kindOfUnreadable(text: string): SourceKind {
  return /^apiVersion: ['"]?pipewright\.dev\//m.test(text) ? 'pipewright' : 'unknown';
}

function kindOfDocuments(documents: readonly YamlTree[]): SourceKind {
  const [first] = documents;
  if (!isTreeMap(first)) return 'unknown';
  if (documents.some(isManifest)) return 'kfp-manifest';
  const resource = documents.map(kindOfResource).find((kind) => kind !== undefined);
  if (resource !== undefined) return resource;
  if (Object.hasOwn(first, 'implementation')) return kindOfComponent(first);
  if (Object.hasOwn(first, 'pipelineInfo') || isPipelineJob(first)) return 'kfp-ir';
  return isElyra(first) ? 'elyra' : 'unknown';
}

function isManifest(document: YamlTree): boolean {
  return groupOf(document) === 'pipelines.kubeflow.org';
}

function kindOfResource(document: YamlTree): SourceKind | undefined {
  const group = groupOf(document);
  if (group === 'pipewright.dev') return 'pipewright';
  return group === 'argoproj.io' ? 'argo-workflow' : undefined;
}

function groupOf(document: YamlTree): string | undefined {
  const version = entryOf(document, 'apiVersion');
  return typeof version === 'string' ? version.split('/')[0] : undefined;
}

/** KFP SDK: a v1 component is a container or a graph; any other kind of implementation is said to be one of neither. */
function kindOfComponent(tree: YamlTree): SourceKind {
  return entryOf(entryOf(tree, 'implementation'), 'graph') === undefined ? 'component' : 'graph-component';
}

/** The old wrapping of the SDK: a job with the IR in `pipelineSpec`. KFP SDK 1.8: `PipelineJob`. */
function isPipelineJob(tree: YamlTree): boolean {
  return isTreeMap(entryOf(entryOf(tree, 'pipelineSpec'), 'pipelineInfo'));
}

function readElyraJson(text: string): YamlTree | undefined {
  const json = readJson(text);
  return json !== undefined && isElyra(json) ? json : undefined;
}

/** Elyra: `pipelines` with nodes, in the pipeline-flow format. */
function isElyra(tree: YamlTree): boolean {
  return entryOf(tree, 'doc_type') === 'pipeline' || Array.isArray(entryOf(tree, 'pipelines'));
}

function readJson(text: string): YamlTree | undefined {
  const start = text.replace(/^\ufeff/, '');
  if (!start.trimStart().startsWith('{')) return undefined;
  try {
    const tree = JSON.parse(start) as YamlTree;
    return isDeeper(tree, DEEPEST) ? undefined : tree;
  } catch {
    return undefined;
  }
}

function isDeeper(tree: YamlTree, levels: number): boolean {
  let level: readonly unknown[] = [tree];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
    if (level.length === 0) return false;
  }
  return true;
}
