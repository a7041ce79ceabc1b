import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { entryOf } from '../../catalog/tree.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { EnvironmentVariable } from '../../model/task-options.ts';

/** Whether a task has a setting that is written as a call on it. */
export function hasSettings(document: PipelineDocument, task: TaskRecord): boolean {
  const { caching, resources, kubernetes, env, ...rest } = task.options;
  return (
    (task.displayName ?? '') !== '' ||
    Object.values(rest).some((value) => value !== undefined && value !== false) ||
    caching?.enabled === false ||
    caching?.key !== undefined ||
    Object.keys(resources ?? {}).length > 0 ||
    Object.keys(kubernetes ?? {}).length > 0 ||
    environmentOf(document, task).length > 0
  );
}

/**
 * The variables that are set on a task. Those of a v2 component are among them: the SDK cannot use a loaded v2 component
 * that has variables of its own.
 */
export function environmentOf(document: PipelineDocument, task: TaskRecord): readonly EnvironmentVariable[] {
  const own = task.options.env ?? [];
  if (task.target.kind !== 'component') return own;
  const record = document.components.get(task.target.component);
  if (record === undefined || entryOf(record.spec, 'implementation') !== undefined) return own;
  const implementation = describeComponentRecord(record)?.implementation;
  return implementation?.kind === 'container' ? [...implementation.env, ...own] : own;
}
