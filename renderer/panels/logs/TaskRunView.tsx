import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunState, TaskRun } from '../../../src/run/run-state.ts';
import { takeAskedPort } from './asked-port.ts';
import { useHandedFocus } from './handed-focus.ts';
import { LogView } from './log/LogView.tsx';
import { PortValues } from './outputs/PortValues.tsx';
import { TaskHeader, type TaskTab } from './TaskHeader.tsx';
import classes from './TaskRun.module.css';

export interface TaskRunViewProps {
  readonly run: RunState;
  readonly task: TaskRun;
}

/** One task of a run: how it went, its log, its inputs and its outputs. */
export function TaskRunView({ run, task }: TaskRunViewProps) {
  const { t } = useTranslation();
  const [asked] = useState(() => takeAskedPort(task.key));
  const [tab, setTab] = useState<TaskTab>(asked === undefined ? firstTab(task) : 'outputs');
  const latest = Math.max(1, task.attempt);
  const [chosenAttempt, setAttempt] = useState<number | null>(null);
  const attempt = Math.min(chosenAttempt ?? latest, latest);
  const view = useHandedFocus(task.key, () => '[role="tab"][aria-selected="true"]');
  const place = { runId: run.id, taskKey: task.key, attempt };
  const header = { run, task, tab, onTab: setTab, attempt, onAttempt: setAttempt };
  return (
    <div ref={view} className={classes.view}>
      <TaskHeader {...header} />
      <div role="tabpanel" id="task-run-content" aria-labelledby={`task-run-${tab}`} className={classes.content}>
        {tab === 'log' && <LogView key={attempt} place={place} task={task} />}
        {tab === 'inputs' && (
          <PortValues
            runId={run.id}
            taskKey={task.key}
            side="input"
            values={task.inputs ?? {}}
            empty={t(task.inputs === undefined ? 'taskView.inputsUnknown' : 'taskView.noInputs')}
          />
        )}
        {tab === 'outputs' && (
          <PortValues
            runId={run.id}
            taskKey={task.key}
            side="output"
            values={task.outputs}
            {...(asked === undefined ? {} : { initial: asked })}
            empty={t('taskView.noOutputs')}
          />
        )}
      </div>
    </div>
  );
}

/** What one wants to see first: a task that was taken from the cache printed nothing. */
function firstTab(task: TaskRun): TaskTab {
  return task.phase === 'cached' ? 'outputs' : 'log';
}
