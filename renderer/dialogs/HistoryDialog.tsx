import { Modal, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '../../src/model/history.ts';
import { useSentence } from '../i18n/use-sentence.ts';
import type { TabId } from '../state/documents-slice.ts';
import { jumpToStep } from '../state/edits.ts';
import { useTab } from '../state/hooks.ts';
import classes from './HistoryDialog.module.css';

export interface HistoryDialogProps {
  readonly tabId: TabId;
  readonly onClose: () => void;
}

/** The steps of a document, newest first. Choosing one goes there; nothing is lost by it. */
export function HistoryDialog({ tabId, onClose }: HistoryDialogProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const tab = useTab(tabId);
  if (tab === undefined) return null;
  const { past, future } = tab.history;
  const steps: readonly HistoryStep[] = [...past, ...future];
  return (
    <Modal opened onClose={onClose} title={t('history.title')} size="sm">
      {steps.length === 0 ? (
        <p className={classes.empty}>{t('history.empty')}</p>
      ) : (
        <ol className={classes.list} reversed>
          {steps
            .map((step, index) => ({ step, number: index + 1 }))
            .reverse()
            .map(({ step, number }) => (
              <Step
                key={number}
                label={say(step.label.key, step.label.values)}
                isNow={number === past.length}
                isUndone={number > past.length}
                onChoose={() => jumpToStep(tabId, number)}
              />
            ))}
          <Step
            label={t('history.start')}
            isNow={past.length === 0}
            isUndone={false}
            onChoose={() => jumpToStep(tabId, 0)}
          />
        </ol>
      )}
    </Modal>
  );
}

interface StepProps {
  readonly label: string;
  readonly isNow: boolean;
  readonly isUndone: boolean;
  readonly onChoose: () => void;
}

function Step({ label, isNow, isUndone, onChoose }: StepProps) {
  return (
    <li className={classes.item}>
      <UnstyledButton
        className={classes.step ?? ''}
        data-now={isNow}
        data-undone={isUndone}
        {...(isNow ? { 'aria-current': 'step' as const } : {})}
        onClick={onChoose}
      >
        {label}
      </UnstyledButton>
    </li>
  );
}
