import type { PipelineDocument } from '../../src/model/document.ts';
import type { PipelineId, TaskId } from '../../src/model/ids.ts';
import { tasksOfPipeline } from '../../src/model/lookups.ts';

/** The sub-pipeline tasks on the shortest way from the root to a definition; nothing where no task leads there. */
export function wayToPipeline(document: PipelineDocument, pipeline: PipelineId): readonly TaskId[] {
  const ways = new Map<PipelineId, readonly TaskId[]>([[document.root, []]]);
  for (const [current, way] of ways) {
    if (current === pipeline) return way;
    for (const { id, target } of tasksOfPipeline(document, current)) {
      if (target.kind === 'pipeline' && document.pipelines.has(target.pipeline) && !ways.has(target.pipeline)) {
        ways.set(target.pipeline, [...way, id]);
      }
    }
  }
  return [];
}
