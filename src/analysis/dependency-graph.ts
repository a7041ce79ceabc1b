import type { PipelineDocument, TaskRecord } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { NodeId } from '../model/ids.ts';
import { nodeRecord } from '../model/lookups.ts';
import { meetingOf } from './scopes.ts';
import { upstreamOf } from './upstream.ts';

/**
 * What waits for what, lifted to siblings: an edge between two nodes is one between the tasks or groups that stand for
 * them in their innermost common body, as `dependentTasks` of the IR has it.
 */
export interface DependencyGraph {
  /** The siblings a node waits for. A node that waits for nothing may be absent. */
  readonly upstream: ReadonlyMap<NodeId, readonly NodeId[]>;
}

interface CachedGraph {
  readonly groups: PipelineDocument['groups'];
  readonly bodies: PipelineDocument['bodies'];
  readonly graph: DependencyGraph;
}

const graphs = new WeakMap<PipelineDocument['tasks'], CachedGraph>();

/** The graph of a document version: O(tasks + edges), computed once per version of tasks, groups and bodies. */
export function dependencyGraph(document: PipelineDocument): DependencyGraph {
  const known = graphs.get(document.tasks);
  if (known !== undefined && known.groups === document.groups && known.bodies === document.bodies) return known.graph;
  const graph = buildGraph(document);
  graphs.set(document.tasks, { groups: document.groups, bodies: document.bodies, graph });
  return graph;
}

function buildGraph(document: PipelineDocument): DependencyGraph {
  const upstream = new Map<NodeId, NodeId[]>();
  const add = (from: NodeId, to: NodeId): void => {
    const list = upstream.get(to);
    if (list === undefined) upstream.set(to, [from]);
    else if (!list.includes(from)) list.push(from);
  };
  for (const task of document.tasks.values()) addEdgesOf(document, task, add);
  for (const group of document.groups.values()) {
    addEdgesOf(document, group, add);
    if (group.kind === 'exit-handler' && group.exitTask !== undefined) add(group.id, group.exitTask);
  }
  return { upstream };
}

function addEdgesOf(
  document: PipelineDocument,
  record: TaskRecord | GroupRecord,
  add: (from: NodeId, to: NodeId) => void,
): void {
  for (const node of upstreamOf(record)) {
    const edge = liftEdge(document, node, record);
    if (edge !== undefined) add(...edge);
  }
}

/** The siblings between which a node makes another one wait; nothing for a missing node or one out of reach. */
export function liftEdge(
  document: PipelineDocument,
  upstream: NodeId,
  record: TaskRecord | GroupRecord,
): readonly [from: NodeId, to: NodeId] | undefined {
  const producer = nodeRecord(document, upstream);
  if (producer === undefined) return undefined;
  if (producer.parent === record.parent) return [upstream, record.id];
  const meeting = meetingOf(document, upstream, record.id);
  if (meeting === undefined) return undefined;
  // Both inside one group, in different branches: a matter of scope. A group and what is inside it: a cycle.
  const isInside = meeting.upstream === upstream || meeting.downstream === record.id;
  const isEdge = meeting.upstream !== meeting.downstream || isInside;
  return isEdge ? [meeting.upstream, meeting.downstream] : undefined;
}
