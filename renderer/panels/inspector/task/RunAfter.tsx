import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { canRunAfter } from '../../../../src/analysis/can-connect.ts';
import { nameOfNode } from '../../../../src/model/document-path.ts';
import { addAfter, removeAfter } from '../../../../src/model/edits/run-after.ts';
import type { NodeId } from '../../../../src/model/ids.ts';
import { isTask, nodesOfPipeline } from '../../../../src/model/lookups.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { goToNode } from '../references/go-to-source.ts';
import classes from './Task.module.css';
import { problemsBelow, type TaskPartProps } from './task-part-props.ts';

/** What the task waits for beside what feeds it. */
export function RunAfter({ tabId, document, pipeline, task, problems }: TaskPartProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `after ${task.id}`);
  const choices = useMemo(
    () =>
      nodesOfPipeline(document, pipeline)
        .filter((node) => node.id !== task.id && (isTask(node) || node.kind === 'exit-handler'))
        .filter((node) => canRunAfter(document, task.id, node.id).ok)
        .map((node) => ({ value: node.id, label: node.displayName ?? node.name })),
    [document, pipeline, task.id],
  );
  return (
    <Section id="after" note={task.after.length === 0 ? undefined : String(task.after.length)}>
      <div data-field="after" className={classes.after}>
        {task.after.map((upstream) => (
          <span key={upstream} className={classes.afterItem}>
            <button type="button" className={classes.link} onClick={() => goToNode(tabId, upstream)}>
              {nameOfNode(document, upstream)}
            </button>
            {canEdit && (
              <ActionIcon
                size={20}
                aria-label={t('inspector.noLongerAfter', { name: nameOfNode(document, upstream) })}
                onClick={() => gesture.step((next) => removeAfter(next, task.id, upstream))}
              >
                <IconX size={13} aria-hidden={true} />
              </ActionIcon>
            )}
          </span>
        ))}
        {task.after.length === 0 && <p className={classes.none}>{t('inspector.waitsOnlyForInputs')}</p>}
        {canEdit && choices.length > 0 && (
          <NativeSelect
            aria-label={t('inspector.addAfter')}
            value=""
            data={[{ value: '', label: t('inspector.addAfter') }, ...choices]}
            onChange={(event) => {
              const upstream = event.currentTarget.value as NodeId;
              gesture.step((next) => addAfter(next, task.id, upstream));
            }}
          />
        )}
        <FieldProblems tabId={tabId} problems={problemsBelow(problems, 'after')} />
      </div>
    </Section>
  );
}
