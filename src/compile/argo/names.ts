import { interfaceOfTask } from '../../analysis/task-interface.ts';
import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { NodeId } from '../../model/ids.ts';
import { nodeRecord } from '../../model/lookups.ts';
import { uniqueName } from '../../model/sanitise-names.ts';

/** KFP SDK 1.8: `_sanitize_parameter_name`: what Argo takes as the name of a parameter or an artifact. */
export function flowName(name: string): string {
  return name.replace(/[^-_0-9A-Za-z]+/g, '-');
}

/** KFP SDK 1.8: `_make_name_unique_by_adding_index` over file names: the folder of one input or output. */
export function fileName(name: string): string {
  return name.replace(/[^-_.0-9a-zA-Z]+/g, '_');
}

/** Names that what flows through one pipeline has in all of its templates; different things never share one. */
export interface FlowNames {
  readonly document: PipelineDocument;
  readonly given: Map<string, string>;
  readonly taken: Set<string>;
}

/** Starts with the pipeline's inputs, whose names are those a run is given. */
export function createFlowNames(document: PipelineDocument, inputs: readonly { readonly name: string }[]): FlowNames {
  const names: FlowNames = { document, given: new Map(), taken: new Set() };
  for (const { name } of inputs) nameOfFlow(names, { kind: 'input', input: name });
  return names;
}

/** The name of what a reference gives. KFP SDK 1.8: `PipelineParam.full_name`. */
export function nameOfFlow(names: FlowNames, reference: Reference): string {
  const key = keyOfFlow(reference);
  const known = names.given.get(key);
  if (known !== undefined) return known;
  const name = uniqueName(wantedName(names, reference), (candidate) => names.taken.has(candidate));
  names.given.set(key, name);
  names.taken.add(name);
  return name;
}

/** The same for every reference to one thing. */
export function keyOfFlow(reference: Reference): string {
  switch (reference.kind) {
    case 'input':
      return `input/${reference.input}`;
    case 'loop-item':
      return `loop-item/${reference.loop}/${reference.field ?? ''}`;
    case 'one-of':
      return `one-of/${reference.group}/${reference.output}`;
    default:
      return `${reference.kind}/${reference.task}/${reference.output}`;
  }
}

function wantedName(names: FlowNames, reference: Reference): string {
  switch (reference.kind) {
    case 'input':
      return flowName(reference.input);
    case 'task-output':
      return outputName(names.document, reference.task, reference.output);
    case 'collected':
      return `${outputName(names.document, reference.task, reference.output)}-collected`;
    case 'one-of':
      return `${nodeName(names.document, reference.group)}-${flowName(reference.output)}`;
    case 'loop-item': {
      const field = reference.field === undefined ? '' : `-subvar-${flowName(reference.field)}`;
      return `${itemName(names, reference.loop)}${field}`;
    }
  }
}

function itemName(names: FlowNames, loop: NodeId): string {
  const group = nodeRecord(names.document, loop);
  if (group === undefined || !('kind' in group) || group.kind !== 'loop') return 'item';
  const { items } = group;
  if (items.kind === 'constant') return `loop-item-param-${items.itemNumber}`;
  return `${nameOfFlow(names, items.reference)}-loop-item`;
}

function outputName(document: PipelineDocument, task: NodeId, output: string): string {
  const record = document.tasks.get(task as never);
  const port = record && interfaceOfTask(document, record.id).outputs.find(({ id }) => id === output);
  return `${nodeName(document, task)}-${flowName(port?.name ?? output)}`;
}

function nodeName(document: PipelineDocument, node: NodeId): string {
  return argoTaskName(nodeRecord(document, node)?.name ?? '');
}

/** KFP SDK 1.8 writes an `n` before a name that begins with a digit; Argo's `depends` asks for that. */
export function argoTaskName(name: string): string {
  return /^\d/.test(name) ? `n${name}` : name;
}
