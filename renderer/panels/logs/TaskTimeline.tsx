import type { RunState, TaskRun } from '../../../src/run/run-state.ts';
import { useNow } from '../runs/use-now.ts';
import classes from './TaskRun.module.css';
import { shareOfTime } from './task-list.ts';

/** When a task ran within its run, as a bar. The duration beside it says the same. */
export function TaskTimeline({ run, task }: { readonly run: RunState; readonly task: TaskRun }) {
  const now = useNow(run.startedAt !== undefined && run.endedAt === undefined);
  const share = shareOfTime(run, task, now);
  if (share === undefined) return <span className={classes.timeline} aria-hidden={true} />;
  return (
    <span className={classes.timeline} aria-hidden={true}>
      <span
        className={classes.timelineBar}
        data-phase={task.phase}
        style={{ left: `${share.from * 100}%`, width: `max(3px, ${share.length * 100}%)` }}
      />
    </span>
  );
}
