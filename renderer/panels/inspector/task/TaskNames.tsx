import { useTranslation } from 'react-i18next';
import { renameTask, setDisplayName } from '../../../../src/model/edits/rename-task.ts';
import { isNameTaken } from '../../../../src/model/name-index.ts';
import { sanitiseTaskName, uniqueName } from '../../../../src/model/sanitise-names.ts';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { TextField } from '../fields/TextField.tsx';
import { problemsAt, type TaskPartProps } from './task-part-props.ts';
import { tidyTaskName } from './tidy-name.ts';

/** The name in the compiled pipeline, and the free text that is shown in its place. */
export function TaskNames({ tabId, document, pipeline, task, problems }: TaskPartProps) {
  const { t } = useTranslation();
  const display = gestureOf(tabId, `displayName ${task.id}`);
  const rename = gestureOf(tabId, `name ${task.id}`);
  const problemWith = (text: string): string | undefined => {
    const name = sanitiseTaskName(text);
    if (name === '') return t('inspector.nameEmpty');
    if (name === task.name || !isNameTaken(document, pipeline, name)) return undefined;
    const free = uniqueName(name, (candidate) => isNameTaken(document, pipeline, candidate));
    return t('inspector.nameTaken', { name, free });
  };
  return (
    <Section id="general">
      <TextField
        tabId={tabId}
        field="name"
        layout="line"
        label={t('inspector.name')}
        value={task.name}
        tidy={tidyTaskName}
        problemWith={problemWith}
        problems={problemsAt(problems, 'name')}
        when="leaving"
        isCode={true}
        onChange={(name) => name !== undefined && rename.edit((next) => renameTask(next, task.id, name))}
        onEnd={rename.end}
        onRevert={rename.revert}
      />
      <TextField
        tabId={tabId}
        field="displayName"
        layout="line"
        label={t('inspector.displayName')}
        value={task.displayName}
        placeholder={task.name}
        problems={problemsAt(problems, 'displayName')}
        onChange={(name) => display.edit((next) => setDisplayName(next, task.id, name ?? ''))}
        onEnd={display.end}
        onRevert={display.revert}
      />
    </Section>
  );
}
