import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { TaskId } from '../../model/ids.ts';
import { isTask } from '../../model/lookups.ts';
import { sanitiseTaskName, uniqueName } from '../../model/sanitise-names.ts';
import type { ModuleNames } from './module-names.ts';
import { nodesInOrder, writingOrder } from './order.ts';

/** What is called to make a task. */
export interface Callee {
  readonly name: string;
  /** The name the component must have, so that the SDK gives the task its name; absent where it does anyway. */
  readonly renamedTo?: string;
}

/**
 * What each task of a pipeline calls. KFP SDK: a task has the name of its component, with `-2`, `-3`, … behind it when
 * the name is taken.
 */
export function calleesOf(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  module: ModuleNames,
): ReadonlyMap<TaskId, Callee> {
  const callees = new Map<TaskId, Callee>();
  const taken = new Set<string>();
  const nodes = nodesInOrder(document, pipeline.body, writingOrder(document, pipeline.id));
  for (const task of nodes.filter(isTask)) {
    const called = nameOfCalled(document, task, module);
    if (called !== undefined) {
      const given = uniqueName(called.taskName, (candidate) => taken.has(candidate));
      const callee = { name: called.name };
      callees.set(task.id, given === task.name ? callee : { ...callee, renamedTo: task.name });
    }
    taken.add(task.name);
  }
  return callees;
}

function nameOfCalled(
  document: PipelineDocument,
  { target }: TaskRecord,
  module: ModuleNames,
): { readonly name: string; readonly taskName: string } | undefined {
  if (target.kind === 'component') {
    const record = document.components.get(target.component);
    const description = record === undefined ? undefined : describeComponentRecord(record);
    return { name: module.component(target.component), taskName: sanitiseTaskName(description?.name ?? '') };
  }
  if (target.kind !== 'pipeline') return undefined;
  const name = document.pipelines.get(target.pipeline)?.name ?? '';
  return { name: module.pipeline(target.pipeline), taskName: definitionName(name) };
}

/** The name a sub-pipeline is given: its own, made acceptable to the SDK. */
export function definitionName(name: string): string {
  const sanitised = sanitiseTaskName(name).slice(0, 128);
  return sanitised === '' ? 'pipeline' : sanitised;
}
