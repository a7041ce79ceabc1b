import { useTranslation } from 'react-i18next';
import { setExitTask } from '../../../../src/model/edits/groups.ts';
import type { ExitHandlerGroup } from '../../../../src/model/group.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { bodyRecord } from '../../../../src/model/lookups.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { problemsBelow } from '../task/task-part-props.ts';
import type { GroupPartProps } from './group-part-props.ts';

/** The task that runs when everything in the handler has ended: one of those beside it. */
export function ExitTaskField({ tabId, document, group, problems }: GroupPartProps<ExitHandlerGroup>) {
  const { t } = useTranslation();
  const gesture = gestureOf(tabId, `exit task ${group.id}`);
  const beside = bodyRecord(document, group.parent).children.flatMap((id) => document.tasks.get(id as TaskId) ?? []);
  const choices = beside.map((task) => ({ value: task.id, label: task.displayName ?? task.name }));
  return (
    <ChoiceField<TaskId>
      tabId={tabId}
      field="exitTask"
      label={t('inspector.exitTask')}
      hint={t('inspector.exitTaskHint')}
      value={group.exitTask ?? ''}
      choices={[{ value: '', label: t('inspector.noExitTask') }, ...choices]}
      problems={problemsBelow(problems, 'exitTask')}
      onChange={(task) => gesture.step((next) => setExitTask(next, group.id, task === '' ? undefined : task))}
    />
  );
}
