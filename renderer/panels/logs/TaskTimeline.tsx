import type { TaskRun } from '../../../src/run/run-state.ts';
import classes from './TaskRun.module.css';
import { shareOfTime } from './task-list.ts';

export interface TaskTimelineProps {
  readonly task: TaskRun;
  /** From when to when the run went on. */
  readonly time: { readonly start: number; readonly end: number };
}

/** When a task ran within its run, as a bar. The duration beside it says the same. */
export function TaskTimeline({ task, time }: TaskTimelineProps) {
  const share = shareOfTime(time, task);
  const place = share && { left: `${share.from * 100}%`, width: `max(3px, ${share.length * 100}%)` };
  return (
    <span className={classes.timeline} aria-hidden={true}>
      {place && <span className={classes.timelineBar} data-phase={task.phase} style={place} />}
    </span>
  );
}
