import type { Reference } from '../model/argument.ts';
import type { PipelineDocument } from '../model/document.ts';
import { nameOfNode } from '../model/document-path.ts';
import type { LoopGroup } from '../model/group.ts';
import type { NodeId, PipelineId, TaskId } from '../model/ids.ts';
import type { PortType } from '../model/port-type.ts';
import type { SentenceValues } from '../words/sentence.ts';
import { isPythonFloat } from '../yaml/yaml-tree.ts';
import { fieldsOfConstantItems, isLoopField } from './loop-fields.ts';
import { loopItemType } from './loop-item-type.ts';
import { inputOfTask, interfaceOfTask, portsOfPipeline } from './task-interface.ts';

/** What a reference gives, or why it points at nothing. */
export type ResolvedReference =
  | {
      readonly ok: true;
      readonly type: PortType;
      /**
       * How far the type binds. KFP SDK: a loop item or field of type String passes for any type. What a missing
       * component gives is not known, so it passes for anything.
       */
      readonly freedom: 'exact' | 'any-parameter' | 'anything';
    }
  | ReferenceProblem;

/** A reference that cannot be used. `code` is that of a diagnostic. */
export interface ReferenceProblem {
  readonly ok: false;
  readonly code: string;
  readonly values: SentenceValues;
}

/** What the output of a missing component is taken for. */
const UNKNOWN_TYPE: PortType = {
  kind: 'artifact',
  schemaTitle: 'system.Artifact',
  schemaVersion: '0.0.1',
  isList: false,
};

/** The type a reference carries. Whether it may be used at some place is another question (`checkScope`). */
export function resolveReference(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
): ResolvedReference {
  return resolveWithin(document, pipeline, reference, NO_LOOPS);
}

type Loops = ReadonlySet<LoopGroup['id']>;
const NO_LOOPS: Loops = new Set();

/** `loops` are those whose items are being resolved: a loop cannot repeat over its own item, however indirectly. */
function resolveWithin(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
  loops: Loops,
): ResolvedReference {
  switch (reference.kind) {
    case 'input':
      return resolveInput(document, pipeline, reference.input);
    case 'task-output':
      return resolveOutput(document, reference.task, reference.output);
    case 'collected':
      return collectedOf(resolveOutput(document, reference.task, reference.output));
    case 'loop-item': {
      const loop = document.groups.get(reference.loop);
      if (loop?.kind !== 'loop') return unknownNode(document, reference.loop);
      if (loops.has(loop.id)) return { ok: false, code: 'loop-item-outside', values: { loop: loop.name } };
      return resolveLoopItem(document, pipeline, { loop, field: reference.field, loops: new Set([...loops, loop.id]) });
    }
    case 'one-of': {
      const group = document.groups.get(reference.group);
      if (group?.kind !== 'branches') return unknownNode(document, reference.group);
      const first = group.outputs.find((output) => output.name === reference.output)?.sources[0];
      if (first === undefined) return unknownOutput(group.name, reference.output);
      return resolveWithin(document, pipeline, first, loops);
    }
  }
}

function resolveInput(document: PipelineDocument, pipeline: PipelineId, name: string): ResolvedReference {
  const record = document.pipelines.get(pipeline);
  const input = record === undefined ? undefined : inputOfTask(portsOfPipeline(record), name);
  if (input === undefined) return { ok: false, code: 'unknown-pipeline-input', values: { input: name } };
  return { ok: true, type: input.type, freedom: 'exact' };
}

function resolveOutput(document: PipelineDocument, taskId: TaskId, output: string): ResolvedReference {
  const task = document.tasks.get(taskId);
  if (task === undefined) return unknownNode(document, taskId);
  const ports = interfaceOfTask(document, taskId);
  if (ports.problem !== undefined) return { ok: true, type: UNKNOWN_TYPE, freedom: 'anything' };
  const port = ports.outputs.find((candidate) => candidate.id === output);
  if (port === undefined) return unknownOutput(task.name, output);
  return { ok: true, type: port.type, freedom: 'exact' };
}

function collectedOf(element: ResolvedReference): ResolvedReference {
  if (!element.ok) return element;
  const type: PortType =
    element.type.kind === 'parameter'
      ? { kind: 'parameter', parameterType: 'LIST' }
      : { ...element.type, isList: true };
  return { ok: true, type, freedom: element.freedom };
}

function resolveLoopItem(
  document: PipelineDocument,
  pipeline: PipelineId,
  item: { readonly loop: LoopGroup; readonly field: string | undefined; readonly loops: Loops },
): ResolvedReference {
  const { field } = item;
  const { items } = item.loop;
  const missing = field === undefined ? undefined : problemOfField(items, field);
  if (missing !== undefined) return { ok: false, code: missing, values: { name: field ?? '', loop: item.loop.name } };
  if (items.kind === 'reference') {
    const list = resolveWithin(document, pipeline, items.reference, item.loops);
    if (!list.ok) return list;
    if (list.type.kind === 'artifact' && field !== undefined && list.freedom !== 'anything') {
      return { ok: false, code: 'loop-field-missing', values: { name: field, loop: item.loop.name } };
    }
    if (list.type.kind === 'artifact')
      return { ok: true, type: { ...list.type, isList: false }, freedom: list.freedom };
  }
  const own = field === undefined ? items.itemType : items.fieldType;
  const parameterType = own ?? (items.kind === 'constant' ? loopItemType(items.items, field) : 'STRING');
  return {
    ok: true,
    type: { kind: 'parameter', parameterType },
    freedom: parameterType === 'STRING' && isUntyped(items, field) ? 'any-parameter' : 'exact',
  };
}

/** KFP SDK: constants have the types of Python (`str`), which bind; only what is not known is of type String. */
function isUntyped(items: LoopGroup['items'], field: string | undefined): boolean {
  if (items.kind === 'reference') return (field === undefined ? items.itemType : items.fieldType) === undefined;
  const [first] = items.items;
  const isMap = typeof first === 'object' && first !== null && !Array.isArray(first) && !isPythonFloat(first);
  return field !== undefined && !isMap;
}

/** What a list that is made at run time holds is not known; constants are. */
function problemOfField(items: LoopGroup['items'], field: string): string | undefined {
  if (!isLoopField(field)) return 'loop-field-invalid';
  if (items.kind === 'reference' || items.items.length === 0) return undefined;
  return fieldsOfConstantItems(items.items).has(field) ? undefined : 'loop-field-missing';
}

function unknownNode(document: PipelineDocument, node: NodeId): ReferenceProblem {
  return { ok: false, code: 'unknown-task', values: { name: nameOfNode(document, node) } };
}

function unknownOutput(task: string, output: string): ReferenceProblem {
  return { ok: false, code: 'unknown-output', values: { task, output } };
}
