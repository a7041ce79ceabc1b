import { dependencyGraph } from '../../../../src/analysis/dependency-graph.ts';
import { stepsOutwards } from '../../../../src/analysis/scopes.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { BodyId, NodeId } from '../../../../src/model/ids.ts';

/**
 * Prepares the question "would this node wait for itself if it waited for that one?" for one consumer and many
 * producers: the mirror of `createCycleCheck`. O(tasks + edges) once, then by the depth of each producer in groups.
 */
export function createCycleFilter(document: PipelineDocument, consumer: NodeId): (producer: NodeId) => boolean {
  const waiting = reverse(dependencyGraph(document).upstream);
  const levels = new Map<BodyId, ReadonlySet<NodeId>>();
  for (const { body, node } of stepsOutwards(document, consumer)) levels.set(body, reachFrom(node, waiting));
  return (producer) => {
    for (const { body, node } of stepsOutwards(document, producer)) {
      const reached = levels.get(body);
      if (reached !== undefined) return reached.has(node);
    }
    return false;
  };
}

function reverse(upstream: ReadonlyMap<NodeId, readonly NodeId[]>): ReadonlyMap<NodeId, readonly NodeId[]> {
  const downstream = new Map<NodeId, NodeId[]>();
  for (const [node, producers] of upstream) {
    for (const producer of producers) {
      const list = downstream.get(producer);
      if (list === undefined) downstream.set(producer, [node]);
      else list.push(node);
    }
  }
  return downstream;
}

/** A node and everything that waits for it. */
function reachFrom(start: NodeId, waiting: ReadonlyMap<NodeId, readonly NodeId[]>): ReadonlySet<NodeId> {
  const reached = new Set([start]);
  const queue = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const next of waiting.get(node) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  return reached;
}
