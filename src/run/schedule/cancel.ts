import { cancelTask } from './advance.ts';
import { conclude, type SchedulerContext } from './scheduler-context.ts';
import { hasEnded, type TaskInstance } from './task-instance.ts';

/** Asks every started task to end, and ends all others. The run ends when the last started task has. */
export function cancelAll(context: SchedulerContext): void {
  if (context.cancelling || context.ended) return;
  context.cancelling = true;
  conclude(context, { type: 'run-cancelling' });
  for (const key of context.active) context.actions.push({ type: 'cancel-task', key });
  for (const task of [...context.byKey.values()]) {
    if (isHeld(context, task)) cancelTask(context, task);
  }
}

/** Neither started nor a DAG whose inner tasks decide. */
function isHeld(context: SchedulerContext, task: TaskInstance): boolean {
  return !hasEnded(task) && task.phase !== 'running' && !context.active.has(task.key);
}
