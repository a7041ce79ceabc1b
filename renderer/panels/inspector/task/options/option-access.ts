import type { TaskRecord } from '../../../../../src/model/document.ts';
import { setTaskOptions } from '../../../../../src/model/edits/set-task-options.ts';
import type { TabId } from '../../../../state/documents-slice.ts';
import { gestureOf } from '../../fields/gesture.ts';
import { optionAt, withOption } from '../option-paths.ts';

export interface OptionAccess {
  readonly value: unknown;
  /** Part of a gesture; `undefined` takes the option away. */
  readonly change: (value: unknown) => void;
  readonly end: () => void;
  readonly revert: () => void;
  /** A step of its own. */
  readonly set: (value: unknown) => void;
}

/** One option of a task by its dotted path. Everything is read again when it is written: other fields may have changed. */
export function optionOf(tabId: TabId, task: TaskRecord, path: string): OptionAccess {
  const gesture = gestureOf(tabId, `option ${task.id} ${path}`);
  const change = (value: unknown): void =>
    gesture.edit((document) => {
      const options = document.tasks.get(task.id)?.options ?? {};
      return setTaskOptions(document, task.id, withOption(options, path, value));
    });
  return {
    value: optionAt(task.options, path),
    change,
    end: gesture.end,
    revert: gesture.revert,
    set: (value) => {
      gesture.end();
      change(value);
      gesture.end();
    },
  };
}
