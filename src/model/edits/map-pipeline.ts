import type { Draft } from '../draft.ts';
import type { NodeId, PipelineId } from '../ids.ts';
import { isTask, nodesOfPipeline } from '../lookups.ts';
import { mapGroup, mapList, mapOutput, mapTask } from '../map-records.ts';
import type { ReferenceMap } from '../map-references.ts';

/** How the references inside one pipeline are to change. */
export interface PipelineMap {
  readonly reference: ReferenceMap;
  readonly node?: (node: NodeId) => NodeId | undefined;
}

/** Maps every reference inside a pipeline: tasks, groups and outputs. Looks at each record once. */
export function mapReferencesInPipeline(draft: Draft, pipeline: PipelineId, map: PipelineMap): void {
  const recordMap = {
    reference: map.reference,
    node: map.node ?? ((node: NodeId) => node),
    nextItemNumber: () => takeGroupNumber(draft, pipeline),
  };
  for (const { id } of nodesOfPipeline(draft.base, pipeline)) {
    const task = draft.tasks.get(id as never);
    const group = draft.groups.get(id as never);
    if (task !== undefined && isTask(task)) draft.tasks.set(task.id, mapTask(task, recordMap));
    if (group !== undefined) draft.groups.set(group.id, mapGroup(group, recordMap));
  }
  const record = draft.pipelines.get(pipeline);
  if (record === undefined) return;
  const outputs = mapList(record.outputs, (output) => mapOutput(output, map.reference));
  if (outputs !== record.outputs) draft.pipelines.set(pipeline, { ...record, outputs });
}

/** The next number of the pipeline's group counter. KFP SDK: one counter for all groups of a pipeline. */
export function takeGroupNumber(draft: Draft, pipeline: PipelineId): number {
  const record = draft.pipelines.get(pipeline);
  if (record === undefined) throw new Error(`No pipeline ${pipeline}`);
  draft.pipelines.set(pipeline, { ...record, groupCounter: record.groupCounter + 1 });
  return record.groupCounter;
}
