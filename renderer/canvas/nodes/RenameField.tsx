import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRecord } from '../../../src/model/document.ts';
import { renameTask } from '../../../src/model/edits/rename-task.ts';
import { sanitiseTaskName } from '../../../src/model/sanitise-names.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { editDocument } from '../../state/edits.ts';
import { endRename } from '../acts/rename-store.ts';
import classes from './TaskNode.module.css';

/** The field in a task's header. The name is sanitised as it is typed; Enter takes it, Escape gives it up. */
export function RenameField({ tabId, task }: { readonly tabId: TabId; readonly task: TaskRecord }) {
  const { t } = useTranslation();
  const given = useRef(false);
  const finish = (name: string | null): void => {
    if (given.current) return;
    given.current = true;
    const wanted = name === null ? '' : sanitiseTaskName(name);
    if (wanted !== '') editDocument(tabId, (document) => renameTask(document, task.id, wanted));
    endRename();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') finish(event.currentTarget.value);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <input
      className={`${classes.rename} nodrag nopan`}
      aria-label={t('canvas.rename')}
      defaultValue={task.name}
      ref={(field) => field?.select()}
      onChange={(event) => typeName(event.currentTarget)}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  );
}

/** Characters a task's name cannot have become `-` at once; the end is left alone while it is being typed. */
function typeName(field: HTMLInputElement): void {
  const { selectionStart } = field;
  field.value = field.value.toLowerCase().replace(/[^-0-9a-z]+/g, '-');
  field.setSelectionRange(selectionStart, selectionStart);
}
