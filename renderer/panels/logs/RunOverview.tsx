import { useTranslation } from 'react-i18next';
import { isRunEnded, type RunState, type TaskRun } from '../../../src/run/run-state.ts';
import { ActionButton } from '../../commands/ActionButton.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { openTaskRun } from '../../state/runs.ts';
import { useApp } from '../../state/store.ts';
import { Duration } from '../runs/Duration.tsx';
import { RunPhaseMark, TaskPhaseMark } from '../runs/RunPhaseMark.tsx';
import { useNow } from '../runs/use-now.ts';
import { useHandedFocus } from './handed-focus.ts';
import { RunResults } from './RunResults.tsx';
import classes from './TaskRun.module.css';
import { TaskTimeline, type TaskTimelineProps } from './TaskTimeline.tsx';
import { countTasks, latestTime, listTasks } from './task-list.ts';

/** A run at a glance: how it stands, what came out of it, and every task with its way to its log. */
export function RunOverview({ run }: { readonly run: RunState }) {
  const { t } = useTranslation();
  const tasks = listTasks(run);
  const now = useNow(!isRunEnded(run.phase));
  const time = { start: run.startedAt ?? run.createdAt, end: latestTime(run, tasks, now) };
  const place = useHandedFocus(null, (key) => `[data-task-run="${CSS.escape(key ?? '')}"]`);
  return (
    <div ref={place} className={classes.view}>
      <RunHeader run={run} tasks={tasks} />
      <div className={classes.overview}>
        <ol className={classes.tasks} aria-label={t('taskView.tasks', { run: run.name })}>
          {tasks.map((task) => (
            <TaskLine key={task.key} runId={run.id} task={task} time={time} />
          ))}
        </ol>
        <RunResults run={run} />
      </div>
    </div>
  );
}

function RunHeader({ run, tasks }: { readonly run: RunState; readonly tasks: readonly TaskRun[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { done, total } = countTasks(tasks);
  const isInFront = useApp(({ documents, live }) => {
    return documents.active !== null && live.runs.shown.get(documents.active) === run.id;
  });
  return (
    <header className={classes.header} data-run={run.id} data-run-phase={run.phase}>
      <strong className={classes.title}>{run.name}</strong>
      <RunPhaseMark phase={run.phase} />
      <span className={classes.fact}>
        <Duration startedAt={run.startedAt} endedAt={run.endedAt} />
      </span>
      <span className={classes.fact}>{t('taskView.tasksDone', { done, total })}</span>
      {run.reason !== undefined && (
        <span className={classes.reason}>{say(`run.${run.reason.code}`, run.reason.values)}</span>
      )}
      <span className={classes.grow} />
      {isInFront && (isRunEnded(run.phase) ? <ActionButton id="run.again" /> : <ActionButton id="run.stop" />)}
      {isInFront && <ActionButton id="run.hide" />}
    </header>
  );
}

interface TaskLineProps extends TaskTimelineProps {
  readonly runId: string;
}

function TaskLine({ runId, task, time }: TaskLineProps) {
  const say = useSentence();
  const { key, phase, reason, startedAt, endedAt } = task;
  return (
    <li>
      <button
        type="button"
        className={classes.task}
        data-task-run={key}
        data-run-state={phase}
        onClick={() => openTaskRun({ runId, taskKey: key })}
      >
        <span className={classes.taskName}>{key}</span>
        <TaskPhaseMark phase={phase} />
        <span className={classes.taskLength}>
          <Duration startedAt={startedAt} endedAt={endedAt} />
        </span>
        <TaskTimeline task={task} time={time} />
        {reason !== undefined && <span className={classes.taskReason}>{say(`run.${reason.code}`, reason.values)}</span>}
      </button>
    </li>
  );
}
