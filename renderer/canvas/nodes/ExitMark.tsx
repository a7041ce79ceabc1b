import { IconDoorExit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { TaskId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import classes from './TaskNode.module.css';

const handlers = new WeakMap<PipelineDocument['groups'], ReadonlyMap<TaskId, string>>();

/** Says that a task is the exit task of a handler, and of which. Nothing for other tasks. */
export function ExitMark({ tabId, task }: { readonly tabId: TabId; readonly task: TaskId }) {
  const { t } = useTranslation();
  const name = useApp((state) => {
    const groups = state.documents.tabs.get(tabId)?.document.groups;
    return groups === undefined ? undefined : handlersOf(groups).get(task);
  });
  if (name === undefined) return null;
  const words = t('canvas.runsAtExit', { name });
  return (
    <span className={classes.exitMark} role="img" aria-label={words} title={words} data-exit-of={name}>
      <IconDoorExit size={16} stroke={1.8} aria-hidden={true} />
    </span>
  );
}

/** The exit handlers by their tasks, made once per version of the groups. */
function handlersOf(groups: PipelineDocument['groups']): ReadonlyMap<TaskId, string> {
  let found = handlers.get(groups);
  if (found === undefined) {
    const names = new Map<TaskId, string>();
    for (const group of groups.values()) {
      if (group.kind === 'exit-handler' && group.exitTask !== undefined) names.set(group.exitTask, group.name);
    }
    found = names;
    handlers.set(groups, found);
  }
  return found;
}
