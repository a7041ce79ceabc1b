import { useTranslation } from 'react-i18next';
import type { RunState, TaskRun } from '../../../src/run/run-state.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { openTaskRun } from '../../state/runs.ts';
import { Duration } from '../runs/Duration.tsx';
import { RunPhaseMark, TaskPhaseMark } from '../runs/RunPhaseMark.tsx';
import { RunResults } from './RunResults.tsx';
import classes from './TaskRun.module.css';
import { TaskTimeline } from './TaskTimeline.tsx';
import { countTasks, listTasks } from './task-list.ts';

/** A run at a glance: how it stands, what came out of it, and every task with its way to its log. */
export function RunOverview({ run }: { readonly run: RunState }) {
  const { t } = useTranslation();
  const say = useSentence();
  const tasks = listTasks(run);
  const { done, total } = countTasks(tasks);
  return (
    <>
      <header className={classes.header}>
        <strong className={classes.title}>{run.name}</strong>
        <RunPhaseMark phase={run.phase} />
        <span className={classes.fact}>
          <Duration startedAt={run.startedAt} endedAt={run.endedAt} />
        </span>
        <span className={classes.fact}>{t('taskView.tasksDone', { done, total })}</span>
        {run.reason !== undefined && (
          <span className={classes.reason}>{say(`run.${run.reason.code}`, run.reason.values)}</span>
        )}
      </header>
      <div className={classes.overview}>
        <ol className={classes.tasks} aria-label={t('taskView.tasks', { run: run.name })}>
          {tasks.map((task) => (
            <TaskLine key={task.key} run={run} task={task} />
          ))}
        </ol>
        <RunResults run={run} />
      </div>
    </>
  );
}

function TaskLine({ run, task }: { readonly run: RunState; readonly task: TaskRun }) {
  const say = useSentence();
  const { key, phase, reason, startedAt, endedAt } = task;
  return (
    <li>
      <button
        type="button"
        className={classes.task}
        data-task-run={key}
        data-run-state={phase}
        onClick={() => openTaskRun({ runId: run.id, taskKey: key })}
      >
        <span className={classes.taskName}>{key}</span>
        <span className={classes.taskPhase}>
          <TaskPhaseMark phase={phase} />
        </span>
        <span className={classes.taskLength}>
          <Duration startedAt={startedAt} endedAt={endedAt} />
        </span>
        {reason === undefined ? (
          <TaskTimeline run={run} task={task} />
        ) : (
          <span className={classes.taskReason}>{say(`run.${reason.code}`, reason.values)}</span>
        )}
      </button>
    </li>
  );
}
