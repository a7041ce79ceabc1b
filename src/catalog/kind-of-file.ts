import type { YamlTree } from '../yaml/yaml-tree.ts';
import { irShape } from './ir/ir-file.ts';
import { entryOf, isTreeMap, type TreeMap } from './tree.ts';

/** What a YAML document is that is no component. Words: `component.<kind>`. */
export type NotAComponentReason =
  | 'empty-file'
  | 'pipeline-ir'
  | 'pipewright-pipeline'
  | 'graph-component'
  | 'argo-workflow'
  | 'kfp-manifest'
  | 'other-yaml';

/** What a YAML document is, by its content. */
export type FileKind =
  | { readonly kind: 'v1'; readonly tree: TreeMap }
  | { readonly kind: 'ir'; readonly tree: TreeMap }
  | { readonly kind: NotAComponentReason };

/**
 * Tells what a file is by its first document. KFP SDK: a top-level key `implementation` means v1, everything else is
 * taken for IR there; here, what is recognisably neither gets its own name.
 */
export function kindOfFile(documents: readonly YamlTree[]): FileKind {
  const [first] = documents;
  if (first === undefined || first === null) return { kind: 'empty-file' };
  if (!isTreeMap(first)) return { kind: 'other-yaml' };
  if (Object.hasOwn(first, 'implementation')) return kindOfV1(first);
  if (Object.hasOwn(first, 'apiVersion')) return { kind: kindOfResource(first) };
  if (!isIr(first)) return { kind: 'other-yaml' };
  return irShape(first) === 'container' || !isTreeMap(entryOf(first, 'root'))
    ? { kind: 'ir', tree: first }
    : { kind: 'pipeline-ir' };
}

function kindOfV1(tree: TreeMap): FileKind {
  const implementation = entryOf(tree, 'implementation');
  const isGraph = isTreeMap(implementation) && Object.keys(implementation).join() === 'graph';
  return isGraph ? { kind: 'graph-component' } : { kind: 'v1', tree };
}

/** Kubernetes-style documents, by group. */
function kindOfResource(tree: TreeMap): NotAComponentReason {
  const apiVersion = String(entryOf(tree, 'apiVersion'));
  if (apiVersion.startsWith('pipewright.dev/')) return 'pipewright-pipeline';
  if (apiVersion.startsWith('argoproj.io/')) return 'argo-workflow';
  return apiVersion.startsWith('pipelines.kubeflow.org/') ? 'kfp-manifest' : 'other-yaml';
}

function isIr(tree: TreeMap): boolean {
  return Object.hasOwn(tree, 'pipelineInfo') || (Object.hasOwn(tree, 'deploymentSpec') && Object.hasOwn(tree, 'root'));
}
