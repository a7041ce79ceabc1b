import { meetingOf } from '../../analysis/scopes.ts';
import { upstreamOf } from '../../analysis/upstream.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { BodyId, GroupId, NodeId, PipelineId, TaskId } from '../../model/ids.ts';
import { bodiesOfGroup, bodyRecord, nodesOfPipeline } from '../../model/lookups.ts';

/** The order in which the nodes of each body of a pipeline can be written. */
export type WritingOrder = (body: BodyId) => readonly NodeId[];

/**
 * The order of creation, except that what a node needs stands before it: a Python variable must exist before it is used.
 * A node needs what is waited for by anything inside it; an exit handler needs its exit task.
 */
export function writingOrder(document: PipelineDocument, pipeline: PipelineId): WritingOrder {
  const needs = collectNeeds(document, pipeline);
  const sorted = new Map<BodyId, readonly NodeId[]>();
  return (body) => {
    const known = sorted.get(body) ?? sortByNeed(bodyRecord(document, body).children, needs);
    sorted.set(body, known);
    return known;
  };
}

type Needs = ReadonlyMap<NodeId, ReadonlySet<NodeId>>;

function collectNeeds(document: PipelineDocument, pipeline: PipelineId): Needs {
  const needs = new Map<NodeId, Set<NodeId>>();
  const add = (node: NodeId, needed: NodeId): void => {
    if (node === needed) return;
    const known = needs.get(node) ?? new Set();
    needs.set(node, known.add(needed));
  };
  for (const record of nodesOfPipeline(document, pipeline)) {
    for (const upstream of upstreamOf(record)) {
      const meeting = meetingOf(document, upstream, record.id);
      if (meeting !== undefined) add(meeting.downstream, meeting.upstream);
    }
    if ('kind' in record && record.kind === 'exit-handler' && record.exitTask !== undefined) {
      add(record.id, record.exitTask);
    }
  }
  return needs;
}

/** Without recursion: a chain drawn backwards is as deep as it is long. */
function sortByNeed(children: readonly NodeId[], needs: Needs): readonly NodeId[] {
  const done = new Set<NodeId>();
  const own = new Set(children);
  for (const child of children) {
    const stack: NodeId[] = [child];
    const entered = new Set<NodeId>();
    while (stack.length > 0) {
      const node = stack.at(-1) as NodeId;
      const missing = entered.has(node) ? [] : missingOf(node, needs, own, done);
      entered.add(node);
      if (missing.length > 0) stack.push(...missing.reverse());
      else {
        done.add(node);
        stack.pop();
      }
    }
  }
  return [...done];
}

function missingOf(node: NodeId, needs: Needs, own: ReadonlySet<NodeId>, done: ReadonlySet<NodeId>): NodeId[] {
  return [...(needs.get(node) ?? [])].filter((needed) => own.has(needed) && !done.has(needed));
}

/** Every task and group in the order it is written, groups before their contents. */
export function nodesInOrder(
  document: PipelineDocument,
  body: BodyId,
  order: WritingOrder,
): readonly (TaskRecord | GroupRecord)[] {
  return order(body).flatMap((node) => {
    const task = document.tasks.get(node as TaskId);
    if (task !== undefined) return [task];
    const group = document.groups.get(node as GroupId);
    if (group === undefined) return [];
    return [group, ...bodiesOfGroup(group).flatMap((inner) => nodesInOrder(document, inner, order))];
  });
}
