import { Button } from '@mantine/core';
import { IconStack2, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../../commands/run-command.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit, useDocument } from '../../../state/hooks.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { Section } from '../fields/Section.tsx';
import { SubjectHeader } from '../fields/SubjectHeader.tsx';
import type { Subject } from '../subject.ts';
import { PULL_POLICIES } from '../task/options/ContainerOptions.tsx';
import classes from './Other.module.css';
import { type SharedOption, setSharedOption, sharedOption } from './shared-options.ts';

interface ManyInspectorProps {
  readonly tabId: TabId;
  readonly subject: Subject & { readonly kind: 'many' };
}

/** Several things at once: what they share can be changed for all of them. */
export function ManyInspector({ tabId, subject }: ManyInspectorProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const { tasks, others, edges } = subject;
  return (
    <>
      <SubjectHeader
        icon={IconStack2}
        title={t('inspector.selected', { count: tasks.length + others + edges })}
        subtitle={t('inspector.selectedTasks', { count: tasks.length })}
      />
      {tasks.length > 1 && <SharedOptions tabId={tabId} tasks={tasks} />}
      {canEdit && (
        <div className={classes.body}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconTrash size={14} aria-hidden={true} />}
            onClick={() => runCommand('edit.delete', { source: 'toolbar', tabId })}
          >
            {t('inspector.deleteAll')}
          </Button>
        </div>
      )}
    </>
  );
}

function SharedOptions({
  tabId,
  tasks: ids,
}: {
  readonly tabId: TabId;
  readonly tasks: ManyInspectorProps['subject']['tasks'];
}) {
  const { t } = useTranslation();
  const document = useDocument(tabId);
  const tasks = ids.flatMap((id) => document.tasks.get(id) ?? []);
  const change = (path: string, value: unknown): void =>
    gestureOf(tabId, `many ${path}`).edit((next) => setSharedOption(next, ids, path, value));
  const end = gestureOf(tabId, 'many').end;
  const step = (path: string, value: unknown): void => {
    end();
    change(path, value);
    end();
  };
  const caching = sharedOption(tasks, 'caching.enabled');
  const policy = sharedOption(tasks, 'kubernetes.imagePullPolicy');
  const retry = sharedOption(tasks, 'retry.maxCount');
  const mixed = { value: MIXED, label: t('inspector.mixed') };
  return (
    <Section id="group">
      <ChoiceField
        tabId={tabId}
        field="options.caching.enabled"
        label={t('inspector.option.caching')}
        value={caching.same ? (caching.value === false ? 'off' : 'on') : MIXED}
        choices={[
          ...(caching.same ? [] : [mixed]),
          { value: 'on', label: t('inspector.on') },
          { value: 'off', label: t('inspector.off') },
        ]}
        onChange={(value) => value !== MIXED && step('caching.enabled', value === 'off' ? false : undefined)}
      />
      <NumberField
        key={ids.join()}
        tabId={tabId}
        field="options.retry.maxCount"
        layout="line"
        label={t('inspector.option.maxCount')}
        value={retry.same && typeof retry.value === 'number' ? retry.value : undefined}
        kind="whole"
        least={0}
        placeholder={t(retry.same ? 'inspector.never' : 'inspector.mixed')}
        onChange={(count) => (count === undefined ? change('retry', undefined) : change('retry.maxCount', count))}
        onEnd={end}
      />
      <ChoiceField
        tabId={tabId}
        field="options.kubernetes.imagePullPolicy"
        label={t('inspector.option.imagePullPolicy')}
        value={textOf(policy)}
        choices={[
          ...(policy.same ? [] : [mixed]),
          { value: '', label: t('values.notSet') },
          ...PULL_POLICIES.map((value) => ({ value, label: value })),
        ]}
        onChange={(value) => value !== MIXED && step('kubernetes.imagePullPolicy', value === '' ? undefined : value)}
      />
    </Section>
  );
}

/** Stands for values that differ; no option has it. */
const MIXED = 'mixed';

function textOf(option: SharedOption): string {
  if (!option.same) return MIXED;
  return typeof option.value === 'string' ? option.value : '';
}
