import type { PipelineDocument } from '../model/document.ts';
import type { PipelineId } from '../model/ids.ts';
import { isTask, nodesOfPipeline } from '../model/lookups.ts';

/**
 * How many tasks the compiled pipeline has: every use of a sub-pipeline counts with all its tasks. A pipeline that uses
 * itself counts as endless.
 */
export function expandedTaskCount(document: PipelineDocument): number {
  return countOf(document, document.root, new Map(), new Set());
}

function countOf(
  document: PipelineDocument,
  pipeline: PipelineId,
  counted: Map<PipelineId, number>,
  open: Set<PipelineId>,
): number {
  const known = counted.get(pipeline);
  if (known !== undefined) return known;
  if (open.has(pipeline)) return Number.POSITIVE_INFINITY;
  open.add(pipeline);
  let count = 0;
  for (const node of nodesOfPipeline(document, pipeline)) {
    if (!isTask(node)) continue;
    const { target } = node;
    const isKnown = target.kind === 'pipeline' && document.pipelines.has(target.pipeline);
    count += 1 + (isKnown ? countOf(document, target.pipeline, counted, open) : 0);
  }
  open.delete(pipeline);
  counted.set(pipeline, count);
  return count;
}
