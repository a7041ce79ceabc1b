import type { PipelineDocument, TaskRecord } from '../model/document.ts';
import type { Touched } from '../model/edit.ts';
import type { GroupRecord } from '../model/group.ts';
import type { NodeId } from '../model/ids.ts';
import { nodeRecord } from '../model/lookups.ts';
import { liftEdge } from './dependency-graph.ts';
import { upstreamOf } from './upstream.ts';

/** A place in an order in which everything stands behind what it waits for. There is one only without cycles. */
export type Ranks = ReadonlyMap<NodeId, number>;

type Node = TaskRecord | GroupRecord;

/**
 * The order after an edit, when it still holds: what was added waits for what stands before it, so there still is no
 * cycle. O(edges of what was touched). Nothing where cycles must be looked for anew.
 */
export function keepRanks(
  document: PipelineDocument,
  before: PipelineDocument,
  touched: Touched,
  ranks: Ranks,
): Ranks | undefined {
  // What was missing may be there now, without a change of who waits for it.
  if (touched.missing.size > 0) return undefined;
  const nodes = [...touched.tasks, ...touched.groups];
  const kept = rankNewNodes(document, before, nodes, ranks);
  for (const id of nodes) {
    const now = nodeRecord(document, id);
    if (now === undefined) continue;
    const old = nodeRecord(before, id);
    const isMoved = old !== undefined && old.parent !== now.parent;
    if (isMoved || pipelineRun(now) !== pipelineRun(old)) return undefined;
    if (!addedEdges(document, old, now).every(([from, to]) => isInOrder(kept, from, to))) return undefined;
  }
  return kept;
}

/** What is new stands last, in the order of its making. */
function rankNewNodes(
  document: PipelineDocument,
  before: PipelineDocument,
  nodes: readonly NodeId[],
  ranks: Ranks,
): Ranks {
  const added = nodes.filter((id) => nodeRecord(document, id) !== undefined && nodeRecord(before, id) === undefined);
  if (added.length === 0) return ranks;
  const next = new Map(ranks);
  let last = 0;
  for (const rank of ranks.values()) last = Math.max(last, rank);
  for (const id of added) {
    last += 1;
    next.set(id, last);
  }
  return next;
}

function addedEdges(
  document: PipelineDocument,
  old: Node | undefined,
  now: Node,
): readonly (readonly [from: NodeId, to: NodeId])[] {
  const known = new Set(old === undefined ? [] : upstreamOf(old));
  const edges = upstreamOf(now).flatMap((node) => {
    const edge = known.has(node) ? undefined : liftEdge(document, node, now);
    return edge === undefined ? [] : [edge];
  });
  const exitTask = 'exitTask' in now ? now.exitTask : undefined;
  const isNewExit = exitTask !== undefined && (old === undefined || !('exitTask' in old) || old.exitTask !== exitTask);
  return isNewExit ? [...edges, [now.id, exitTask]] : edges;
}

function isInOrder(ranks: Ranks, from: NodeId, to: NodeId): boolean {
  const left = ranks.get(from);
  const right = ranks.get(to);
  return left !== undefined && right !== undefined && left < right;
}

/** Pipelines that use each other are cycles too. */
function pipelineRun(node: Node | undefined): string | undefined {
  return node !== undefined && 'target' in node && node.target.kind === 'pipeline' ? node.target.pipeline : undefined;
}
