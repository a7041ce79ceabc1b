import type { PipelineDocument } from '../model/document.ts';
import type { NodeId } from '../model/ids.ts';
import { nodeRecord } from '../model/lookups.ts';
import type { ConnectionVerdict } from './connection.ts';
import { dependencyGraph } from './dependency-graph.ts';
import { stepsOutwards } from './scopes.ts';

/**
 * Prepares the question "would a wire from this node close a cycle?". What the node waits for is walked once per body
 * on its way outwards (O(edges)), afterwards each consumer is answered by its own depth in groups.
 */
export function createCycleCheck(
  document: PipelineDocument,
  producer: NodeId,
): (consumer: NodeId) => ConnectionVerdict | undefined {
  const graph = dependencyGraph(document);
  const levels = new Map(
    stepsOutwards(document, producer).map((step) => [
      step.body,
      { node: step.node, next: walkUpstream(step.node, graph) },
    ]),
  );
  return (consumer) => {
    for (const step of stepsOutwards(document, consumer)) {
      const level = levels.get(step.body);
      if (level === undefined) continue;
      if (step.node !== level.node && !level.next.has(step.node)) return undefined;
      const way = wayTo(step.node, level);
      return { ok: false, code: 'cycle', values: { tasks: way.map((node) => nodeRecord(document, node)?.name ?? '') } };
    }
    return undefined;
  };
}

interface Level {
  readonly node: NodeId;
  /** For everything upstream of `node`: the next node on the shortest way to it. */
  readonly next: ReadonlyMap<NodeId, NodeId>;
}

function walkUpstream(start: NodeId, graph: ReturnType<typeof dependencyGraph>): ReadonlyMap<NodeId, NodeId> {
  const next = new Map<NodeId, NodeId>();
  let frontier = [start];
  while (frontier.length > 0) {
    const found: NodeId[] = [];
    for (const node of frontier) {
      for (const upstream of graph.upstream.get(node) ?? []) {
        if (next.has(upstream)) continue;
        next.set(upstream, node);
        found.push(upstream);
      }
    }
    frontier = found;
  }
  return next;
}

/** From the consumer along the data to the producer: what the new wire would close. */
function wayTo(consumer: NodeId, level: Level): readonly NodeId[] {
  const way = [consumer];
  let node = consumer;
  while (node !== level.node) {
    const next = level.next.get(node);
    if (next === undefined) break;
    way.push(next);
    node = next;
  }
  return way;
}
