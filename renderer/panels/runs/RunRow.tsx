import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFolder, IconPlayerStop, IconPlayerTrackNext, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src/api/results.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';
import { perform } from '../../commands/run-command.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import type { AppState } from '../../state/app-state.ts';
import { useApp } from '../../state/store.ts';
import { Duration } from './Duration.tsx';
import { deleteRun, openRunFolder, resumeRun, stopRun } from './keep-runs.ts';
import { RunPhaseMark } from './RunPhaseMark.tsx';
import classes from './Runs.module.css';
import { showRunInTab } from './show-run.ts';

export interface RunRowProps {
  readonly run: RunSummary;
  readonly index: number;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One run. Its name is a button that reaches over the whole row: it draws the run over its pipeline. */
export function RunRow({ run, index, isTabStop, onFocus, onKeyDown }: RunRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isShown = useApp((state) => shownInFront(state) === run.id);
  const { total, done, failed } = run.taskCounts;
  return (
    <tr
      aria-rowindex={index + 2}
      className={classes.row}
      data-run={run.id}
      data-run-phase={run.phase}
      data-shown={isShown || undefined}
    >
      <td data-column="phase">
        <RunPhaseMark phase={run.phase} />
      </td>
      <td data-column="name">
        <button
          type="button"
          className={classes.show}
          tabIndex={isTabStop ? 0 : -1}
          aria-current={isShown}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={() => perform(() => showRunInTab(run.id))}
        >
          {run.name}
        </button>
      </td>
      <td data-column="pipeline">{run.pipelineName}</td>
      <td data-column="started">{formatDateTime(run.startedAt ?? run.createdAt, language)}</td>
      <td data-column="duration">
        <Duration startedAt={run.startedAt} endedAt={run.endedAt} />
      </td>
      <td data-column="tasks">
        {t('runList.tasks', { done, total })}
        {failed > 0 && <span className={classes.failed}>{t('runList.failed', { count: failed })}</span>}
      </td>
      <td data-column="actions">
        <RowActions run={run} isTabStop={isTabStop} />
      </td>
    </tr>
  );
}

function RowActions({ run, isTabStop }: Pick<RunRowProps, 'run' | 'isTabStop'>) {
  const { t } = useTranslation();
  const canReveal = useApp((state) => state.live.host?.capabilities.includes('reveal-path') ?? false);
  const { id, name } = run;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <span className={classes.actions}>
      {canReveal && (
        <RowAction label={t('runList.openFolder', { name })} tabIndex={tabIndex} onClick={() => openRunFolder(id)}>
          <IconFolder size={15} stroke={1.6} aria-hidden={true} />
        </RowAction>
      )}
      {isRunEnded(run.phase) && run.phase !== 'succeeded' && (
        <RowAction label={t('runList.resume', { name })} tabIndex={tabIndex} onClick={() => resumeRun(id)}>
          <IconPlayerTrackNext size={15} stroke={1.6} aria-hidden={true} />
        </RowAction>
      )}
      {isRunEnded(run.phase) ? (
        <RowAction label={t('runList.delete', { name })} tabIndex={tabIndex} onClick={() => deleteRun(id, name)}>
          <IconTrash size={15} stroke={1.6} aria-hidden={true} />
        </RowAction>
      ) : (
        <RowAction label={t('runList.stop', { name })} tabIndex={tabIndex} onClick={() => stopRun(id)}>
          <IconPlayerStop size={15} stroke={1.6} aria-hidden={true} />
        </RowAction>
      )}
    </span>
  );
}

interface RowActionProps {
  readonly label: string;
  readonly tabIndex: number;
  readonly onClick: () => Promise<void>;
  readonly children: ReactNode;
}

function RowAction({ label, tabIndex, onClick, children }: RowActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={22} tabIndex={tabIndex} aria-label={label} onClick={() => perform(onClick)}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function shownInFront({ documents, live }: AppState): string | undefined {
  return documents.active === null ? undefined : live.runs.shown.get(documents.active);
}
