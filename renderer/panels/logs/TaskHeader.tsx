import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconFocus2 } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { taskAtPath } from '../../../src/model/document-path.ts';
import { pipelineOfNode } from '../../../src/model/lookups.ts';
import type { RunState, TaskRun } from '../../../src/run/run-state.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { reveal, showPipeline } from '../../state/looking.ts';
import { openTaskRun } from '../../state/runs.ts';
import { select } from '../../state/selection.ts';
import { getState } from '../../state/store.ts';
import { Duration } from '../runs/Duration.tsx';
import { TaskPhaseMark } from '../runs/RunPhaseMark.tsx';
import classes from './TaskRun.module.css';

const TABS = ['log', 'inputs', 'outputs'] as const;
export type TaskTab = (typeof TABS)[number];

export interface TaskHeaderProps {
  readonly run: RunState;
  readonly task: TaskRun;
  readonly tab: TaskTab;
  readonly onTab: (tab: TaskTab) => void;
  readonly attempt: number;
  readonly onAttempt: (attempt: number) => void;
}

/** Which task it is, how it stands and why, and what of it is shown. */
export function TaskHeader(props: TaskHeaderProps) {
  const { run, task } = props;
  const { t } = useTranslation();
  const say = useSentence();
  const { phase, reason, reusedFrom } = task;
  return (
    <header className={classes.header} data-task-run={task.key} data-run-state={phase}>
      <Tooltip label={t('taskView.allTasks')}>
        <ActionIcon aria-label={t('taskView.allTasks')} onClick={() => openTaskRun(null)}>
          <IconArrowLeft size={16} stroke={1.7} aria-hidden={true} />
        </ActionIcon>
      </Tooltip>
      <strong className={classes.title}>{task.key}</strong>
      <TaskPhaseMark phase={phase} />
      <span className={classes.fact}>
        <Duration startedAt={task.startedAt} endedAt={task.endedAt} />
      </span>
      {reusedFrom !== undefined && (
        <span className={classes.fact}>{t('taskView.reusedFrom', { run: nameOfRun(reusedFrom) })}</span>
      )}
      {reason !== undefined && <span className={classes.reason}>{say(`run.${reason.code}`, reason.values)}</span>}
      <span className={classes.grow} />
      <Attempts {...props} />
      <Tabs {...props} />
      <Tooltip label={t('taskView.showOnCanvas')}>
        <ActionIcon aria-label={t('taskView.showOnCanvas')} onClick={() => showOnCanvas(run, task)}>
          <IconFocus2 size={16} stroke={1.6} aria-hidden={true} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function Attempts({ task, attempt, onAttempt }: TaskHeaderProps) {
  const { t } = useTranslation();
  if (task.attempt < 2) return null;
  const attempts = Array.from({ length: task.attempt }, (_each, index) => index + 1);
  return (
    <NativeSelect
      aria-label={t('taskView.attempts')}
      value={String(attempt)}
      data={attempts.map((number) => ({ value: String(number), label: t('taskView.attempt', { number }) }))}
      onChange={(event) => onAttempt(Number(event.currentTarget.value))}
    />
  );
}

function Tabs({ tab, onTab, task }: TaskHeaderProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#task-run-${next}`)?.focus();
  };
  const counts = { log: undefined, inputs: task.inputs, outputs: task.outputs };
  return (
    <div ref={list} role="tablist" aria-label={t('taskView.parts')} className={classes.tabs} onKeyDown={onKeyDown}>
      {TABS.map((each) => {
        const count = Object.keys(counts[each] ?? {}).length;
        return (
          <button
            key={each}
            type="button"
            role="tab"
            id={`task-run-${each}`}
            aria-selected={each === tab}
            aria-controls="task-run-content"
            tabIndex={each === tab ? 0 : -1}
            className={classes.tab}
            onClick={() => onTab(each)}
          >
            {t(`taskView.${each}`)}
            {count > 0 && <span className={classes.count}>{count}</span>}
          </button>
        );
      })}
    </div>
  );
}

function nameOfRun(runId: string): string {
  return getState().live.runs.list.find((run) => run.id === runId)?.name ?? runId;
}

/** Selects the task on the canvas of the tab that shows its run. */
function showOnCanvas(run: RunState, task: TaskRun): void {
  const { documents, live } = getState();
  const tabId = [...live.runs.shown].find(([, runId]) => runId === run.id)?.[0];
  const document = tabId === undefined ? undefined : documents.tabs.get(tabId)?.document;
  const place = document === undefined ? undefined : taskAtPath(document, task.documentPath ?? '');
  if (tabId === undefined || document === undefined || place === undefined) return;
  const pipeline = pipelineOfNode(document, place.task);
  if (pipeline !== undefined) showPipeline(tabId, pipeline, place.through);
  select(tabId, [place.task]);
  reveal(tabId, [place.task]);
}
