import { checkAfterScope } from '../../../../src/analysis/check-scope.ts';
import { isExitTask } from '../../../../src/analysis/exit-tasks.ts';
import type { PipelineDocument, TaskRecord } from '../../../../src/model/document.ts';
import type { GroupRecord } from '../../../../src/model/group.ts';
import type { PipelineId, TaskId } from '../../../../src/model/ids.ts';
import { nodesOfPipeline } from '../../../../src/model/lookups.ts';
import { createCycleFilter } from './cycle-filter.ts';

/** Everything a task may still be told to run after, in document order. An exit task waits for its handler alone. */
export function findUpstream(
  document: PipelineDocument,
  pipeline: PipelineId,
  id: TaskId,
): readonly (TaskRecord | GroupRecord)[] {
  if (isExitTask(document, id)) return [];
  const after = new Set(document.tasks.get(id)?.after);
  const closesCycle = createCycleFilter(document, id);
  return nodesOfPipeline(document, pipeline).filter(
    (node) => !after.has(node.id) && checkAfterScope(document, id, node.id) === undefined && !closesCycle(node.id),
  );
}
