import { impliedUpstream } from '../../compile/plan/dependent-tasks.ts';
import type { BodyOwner } from '../../model/document.ts';
import type { BodyId, NodeId } from '../../model/ids.ts';
import { siblingOf } from './outline.ts';
import type { DagScope, GroupNode, OutlineNode, TaskNode } from './outline-node.ts';
import { readGroup, upstreamOfGroup } from './read-group.ts';
import { type ReadDefinition, readTask } from './read-task.ts';
import type { Reading } from './reading.ts';

/** A body that is to be filled with what stands in a DAG. */
export interface BodyPlace {
  readonly scope: DagScope;
  readonly body: BodyId;
  readonly owner: BodyOwner;
}

/** Reads what stands in a DAG, with the groups in it. Gives every node that something in it waits for. */
export function readBody(reading: Reading, place: BodyPlace, readDefinition: ReadDefinition): ReadonlySet<NodeId> {
  const { scope, body, owner } = place;
  const children: NodeId[] = [];
  const upstream = new Set<NodeId>();
  for (const node of scope.nodes.values()) {
    children.push(node.id);
    const found =
      node.kind === 'task'
        ? placeTask(reading, node, body, readDefinition)
        : placeGroup(reading, node, body, readDefinition);
    for (const id of found) upstream.add(id);
  }
  reading.bodies.set(body, { id: body, owner, children });
  return upstream;
}

function placeTask(
  reading: Reading,
  node: TaskNode,
  body: BodyId,
  readDefinition: ReadDefinition,
): ReadonlySet<NodeId> {
  const record = readTask(reading, node, body, readDefinition);
  if (record === undefined) return new Set();
  const implied = impliedUpstream(record);
  const after = reading.exitTasks.has(node.id) ? [] : readAfter(reading, node, implied);
  reading.tasks.set(record.id, { ...record, after });
  return new Set([...implied, ...after]);
}

function placeGroup(
  reading: Reading,
  node: GroupNode,
  body: BodyId,
  readDefinition: ReadDefinition,
): ReadonlySet<NodeId> {
  const record = readGroup(reading, node, body);
  if (record.kind === 'exit-handler' && record.exitTask !== undefined) reading.exitTasks.add(record.exitTask);
  const upstream = new Set<NodeId>(upstreamOfGroup(record));
  const bodies = node.branches.length > 0 ? node.branches.map((branch) => branch.node) : [node];
  for (const { inner, body: own } of bodies) {
    if (own === undefined) continue;
    const place: BodyPlace = { scope: inner, body: own, owner: { kind: 'group', group: node.id } };
    for (const id of readBody(reading, place, readDefinition)) upstream.add(id);
  }
  const after = readAfter(reading, node, upstream);
  reading.groups.set(record.id, { ...record, after });
  return new Set([...upstream, ...after]);
}

/** What is waited for without taking anything from it. */
function readAfter(reading: Reading, { task, outer }: OutlineNode, implied: ReadonlySet<NodeId>): readonly NodeId[] {
  const named = task.dependentTasks ?? [];
  if (named.length === 0) return [];
  const known = new Set([...implied].map((id) => siblingOf(reading, outer, id)));
  return named.flatMap((name) => {
    const node = outer.nodes.get(name);
    return node === undefined || known.has(node) ? [] : [waitedFor(node)];
  });
}

/** KFP SDK: waiting for a task inside a loop becomes waiting for the loop; only exit handlers are waited for as such. */
function waitedFor(node: OutlineNode): NodeId {
  return node.kind === 'task' || node.role !== 'loop' ? node.id : (lastTaskIn(node) ?? node.id);
}

/** The last task that stands in a group itself, or in the groups inside it. */
function lastTaskIn(group: OutlineNode & { readonly kind: 'group' }): NodeId | undefined {
  const inside = [...group.inner.nodes.values()].reverse();
  const task = inside.find(({ kind }) => kind === 'task');
  if (task !== undefined) return task.id;
  for (const node of inside) {
    const found = node.kind === 'task' ? undefined : lastTaskIn(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
