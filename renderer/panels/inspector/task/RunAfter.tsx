import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameOfNode } from '../../../../src/model/document-path.ts';
import { addAfter, removeAfter } from '../../../../src/model/edits/run-after.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { getState } from '../../../state/store.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { gestureOf } from '../fields/gesture.ts';
import { Section } from '../fields/Section.tsx';
import { findUpstream } from '../references/find-upstream.ts';
import { goToNode } from '../references/go-to-source.ts';
import { type PickItem, PickList } from '../references/PickList.tsx';
import classes from './Task.module.css';
import { problemsBelow, type TaskPartProps } from './task-part-props.ts';

/** What the task waits for beside what feeds it. */
export function RunAfter({ tabId, document, pipeline, task, problems }: TaskPartProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit(tabId);
  const gesture = gestureOf(tabId, `after ${task.id}`);
  const findItems = (): readonly PickItem[] => {
    const now = getState().documents.tabs.get(tabId)?.document ?? document;
    return findUpstream(now, pipeline, task.id).map(({ id, name, displayName }) => ({
      id,
      text: `${name} ${displayName ?? ''}`,
      line: displayName ?? name,
      onPick: () => gesture.step((next) => addAfter(next, task.id, id)),
    }));
  };
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
        {canEdit && (
          <PickList
            label={t('inspector.addAfter')}
            searchLabel={t('inspector.findTask')}
            findItems={findItems}
            renderTarget={({ isOpen, toggle }) => (
              <Button
                className={classes.addRow ?? ''}
                variant="subtle"
                size="compact-xs"
                leftSection={<IconPlus size={13} aria-hidden={true} />}
                aria-haspopup="listbox"
                aria-expanded={isOpen}
                onClick={toggle}
              >
                {t('inspector.addAfter')}
              </Button>
            )}
          />
        )}
        <FieldProblems tabId={tabId} problems={problemsBelow(problems, 'after')} />
      </div>
    </Section>
  );
}
