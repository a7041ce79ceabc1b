import { isTaskEnded, type RunState, type TaskRun } from '../../../src/run/run-state.ts';

/** The tasks of a run that do something themselves, in the order they began; those that have not, in the drawing's. */
export function listTasks(run: RunState): readonly TaskRun[] {
  const tasks = Object.values(run.tasks).filter((task) => task.kind !== 'dag');
  return tasks.sort((left, right) => (left.startedAt ?? Number.MAX_VALUE) - (right.startedAt ?? Number.MAX_VALUE));
}

/** How many there are, and how many will not change any more. */
export function countTasks(tasks: readonly TaskRun[]): { readonly done: number; readonly total: number } {
  return { done: tasks.filter((task) => isTaskEnded(task.phase)).length, total: tasks.length };
}

/** When the run ended; while it goes on the latest time that is known of it, which is never before `now`. */
export function latestTime(run: RunState, tasks: readonly TaskRun[], now: number): number {
  if (run.endedAt !== undefined) return run.endedAt;
  return tasks.reduce((latest, task) => Math.max(latest, task.startedAt ?? 0, task.endedAt ?? 0), now);
}

/** Where in the time from `start` to `end` a task ran, as shares from 0 to 1; nothing before it began. */
export function shareOfTime(
  time: { readonly start: number; readonly end: number },
  task: Pick<TaskRun, 'startedAt' | 'endedAt'>,
): { readonly from: number; readonly length: number } | undefined {
  if (task.startedAt === undefined) return undefined;
  const whole = Math.max(1, time.end - time.start);
  const from = Math.min(1, Math.max(0, (task.startedAt - time.start) / whole));
  const length = Math.min(1 - from, Math.max(0, ((task.endedAt ?? time.end) - task.startedAt) / whole));
  return { from, length };
}

/** The task and port that brought an artifact about: the pipeline's outputs name none. */
export function producerOf(
  run: RunState,
  uri: string,
): { readonly taskKey: string; readonly port: string } | undefined {
  for (const task of Object.values(run.tasks)) {
    if (task.kind === 'dag') continue;
    for (const [port, value] of Object.entries(task.outputs)) {
      if (value.kind === 'artifact' && value.uri === uri) return { taskKey: task.key, port };
    }
  }
  return undefined;
}
