import { mayComeFromFailure } from '../../../../src/analysis/can-connect.ts';
import { checkOutputScope } from '../../../../src/analysis/check-output-scope.ts';
import { checkScope } from '../../../../src/analysis/check-scope.ts';
import { isExitTask } from '../../../../src/analysis/exit-tasks.ts';
import { resolveReference } from '../../../../src/analysis/resolve-reference.ts';
import { interfaceOfRecord } from '../../../../src/analysis/task-interface.ts';
import { producerOf } from '../../../../src/analysis/upstream.ts';
import { checkTypes } from '../../../../src/catalog/port-compatibility.ts';
import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { GroupId, NodeId, PipelineId, TaskId } from '../../../../src/model/ids.ts';
import { enclosingGroups, groupsOfPipeline, pipelineRecord, tasksOfPipeline } from '../../../../src/model/lookups.ts';
import type { PortType } from '../../../../src/model/port-type.ts';
import { createCycleFilter } from './cycle-filter.ts';

/** Where a reference would stand: a port as a whole, inside a text of a task, or as a pipeline output. */
export type ReferencePlace =
  | { readonly kind: 'port'; readonly task: TaskId; readonly port: string; readonly type: PortType }
  | { readonly kind: 'text'; readonly task: TaskId }
  /** A side of a comparison of a group's branch. */
  | { readonly kind: 'operand'; readonly group: GroupId }
  /** What a loop goes over. */
  | { readonly kind: 'items'; readonly group: GroupId }
  | { readonly kind: 'output'; readonly output: string; readonly type: PortType }
  /** A pipeline output whose type is not settled yet. */
  | { readonly kind: 'new-output' };

/** Something that can be referred to. */
export interface ReferenceChoice {
  readonly reference: Reference;
  readonly type: PortType;
  /** Pipeline inputs have no owner; everything else the name of its task or group. */
  readonly owner: string | null;
  readonly name: string;
}

/** Everything of a pipeline that may be used at a place, inputs first, then tasks in document order. */
export function findReferences(
  document: PipelineDocument,
  pipeline: PipelineId,
  place: ReferencePlace,
): readonly ReferenceChoice[] {
  const isAllowed = createPlaceCheck(document, pipeline, place);
  return candidatesOf(document, pipeline, place).flatMap((candidate) => {
    const given = resolveReference(document, pipeline, candidate.reference);
    if (!given.ok || !fitsType(given, place) || !isAllowed(candidate.reference)) return [];
    return [{ ...candidate, type: given.type }];
  });
}

type Candidate = Omit<ReferenceChoice, 'type'>;

function candidatesOf(document: PipelineDocument, pipeline: PipelineId, place: ReferencePlace): readonly Candidate[] {
  const consumer = consumerOf(place);
  const { inputs } = pipelineRecord(document, pipeline);
  const found: Candidate[] = inputs.map(({ name }) => ({
    reference: { kind: 'input', input: name },
    owner: null,
    name,
  }));
  if (consumer !== undefined) found.push(...loopItems(document, consumer));
  for (const task of tasksOfPipeline(document, pipeline)) {
    if (task.id === consumer) continue;
    for (const port of interfaceOfRecord(document, task).outputs) {
      const plain: Reference = { kind: 'task-output', task: task.id, output: port.id };
      const reference: Reference = isCollectedFor(document, consumer, plain) ? { ...plain, kind: 'collected' } : plain;
      found.push({ reference, owner: task.name, name: port.id });
    }
  }
  for (const group of groupsOfPipeline(document, pipeline)) {
    if (group.kind !== 'branches' || group.id === consumer) continue;
    for (const { name } of group.outputs) {
      found.push({ reference: { kind: 'one-of', group: group.id, output: name }, owner: group.name, name });
    }
  }
  return found;
}

/** Whether an output can only be had as the list of what all iterations of a loop gave. */
function isCollectedFor(
  document: PipelineDocument,
  consumer: NodeId | undefined,
  reference: Reference & { readonly kind: 'task-output' },
): boolean {
  if (consumer !== undefined) return checkScope(document, consumer, reference)?.code === 'inside-loop';
  return enclosingGroups(document, reference.task).some((group) => group.kind === 'loop');
}

/** The item of every loop around, and the fields that constant items are seen to have. */
function loopItems(document: PipelineDocument, consumer: NodeId): readonly Candidate[] {
  return enclosingGroups(document, consumer).flatMap((loop) => {
    if (loop.kind !== 'loop') return [];
    const item = { kind: 'loop-item', loop: loop.id } as const;
    const [first] = loop.items.kind === 'constant' ? loop.items.items : [];
    const fields = typeof first === 'object' && first !== null && !Array.isArray(first) ? Object.keys(first) : [];
    return [
      { reference: item, owner: loop.name, name: 'item' },
      ...fields.map((field) => ({ reference: { ...item, field }, owner: loop.name, name: `item.${field}` })),
    ];
  });
}

/** The node that would wait for what is referred to. */
function consumerOf(place: ReferencePlace): NodeId | undefined {
  if ('task' in place) return place.task;
  return 'group' in place ? place.group : undefined;
}

type Given = Extract<ReturnType<typeof resolveReference>, { readonly ok: true }>;

function fitsType(given: Given, place: ReferencePlace): boolean {
  if (given.freedom === 'anything') return true;
  if (place.kind === 'new-output') return true;
  if (place.kind === 'text') return given.type.kind === 'parameter';
  if (place.kind === 'operand') return isPrimitive(given.type);
  if (place.kind === 'items') return isListType(given.type);
  if (given.freedom === 'any-parameter' && place.type.kind === 'parameter') return true;
  return checkTypes(given.type, place.type) === undefined;
}

function mayFeedPort(document: PipelineDocument, place: ReferencePlace, reference: Reference): boolean {
  if (place.kind !== 'port') return true;
  const task = document.tasks.get(place.task);
  if (task === undefined) return false;
  const port = interfaceOfRecord(document, task).inputs.find(({ id }) => id === place.port);
  return port === undefined || mayComeFromFailure(document, task, port, reference);
}

/** KFP SDK: a condition compares texts, numbers and truth values. */
function isPrimitive(type: PortType): boolean {
  return type.kind === 'parameter' && type.parameterType !== 'LIST' && type.parameterType !== 'STRUCT';
}

function isListType(type: PortType): boolean {
  return type.kind === 'artifact' ? type.isList : type.parameterType === 'LIST';
}

/** Whether a reference may be used at a place, its type apart: its scope, and that nothing would wait for itself. */
function createPlaceCheck(
  document: PipelineDocument,
  pipeline: PipelineId,
  place: ReferencePlace,
): (reference: Reference) => boolean {
  const consumer = consumerOf(place);
  if (consumer === undefined) return (reference) => checkOutputScope(document, pipeline, reference) === undefined;
  const closesCycle = createCycleFilter(document, consumer);
  const isExit = isExitTask(document, consumer);
  return (reference) => {
    if (checkScope(document, consumer, reference) !== undefined) return false;
    if (!mayFeedPort(document, place, reference)) return false;
    const producer = producerOf(reference);
    return producer === undefined || !(isExit || closesCycle(producer));
  };
}
