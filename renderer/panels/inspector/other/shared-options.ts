import { combineEdits } from '../../../../src/model/combine-edits.ts';
import type { PipelineDocument, TaskRecord } from '../../../../src/model/document.ts';
import type { Edit } from '../../../../src/model/edit.ts';
import { setTaskOptions } from '../../../../src/model/edits/set-task-options.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { sameData } from '../../../../src/model/records.ts';
import { optionAt, withOption } from '../task/option-paths.ts';

/** What several tasks have at one option: the same, or not. */
export type SharedOption = { readonly same: true; readonly value: unknown } | { readonly same: false };

/** Compares one option of several tasks. */
export function sharedOption(tasks: readonly TaskRecord[], path: string): SharedOption {
  const [first, ...rest] = tasks.map((task) => optionAt(task.options, path));
  return rest.every((value) => sameData(value, first)) ? { same: true, value: first } : { same: false };
}

/** Sets one option of several tasks in one step; `undefined` takes it away. */
export function setSharedOption(
  document: PipelineDocument,
  tasks: readonly TaskId[],
  path: string,
  value: unknown,
): Edit {
  const label = { key: 'edit.set-options-of-many', values: { count: tasks.length } };
  return combineEdits(
    document,
    label,
    tasks.map((id) => (next) => setTaskOptions(next, id, withOption(next.tasks.get(id)?.options ?? {}, path, value))),
  );
}
