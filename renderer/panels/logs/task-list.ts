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

/** Where in the time of its run something took place, as shares from 0 to 1; nothing before it began. */
export function shareOfTime(
  run: Pick<RunState, 'startedAt' | 'endedAt'>,
  task: Pick<TaskRun, 'startedAt' | 'endedAt'>,
  now: number,
): { readonly from: number; readonly length: number } | undefined {
  if (run.startedAt === undefined || task.startedAt === undefined) return undefined;
  const whole = Math.max(1, (run.endedAt ?? now) - run.startedAt);
  const from = Math.min(1, Math.max(0, (task.startedAt - run.startedAt) / whole));
  const length = Math.min(1 - from, Math.max(0, ((task.endedAt ?? run.endedAt ?? now) - task.startedAt) / whole));
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
