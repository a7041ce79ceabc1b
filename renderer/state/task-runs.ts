import type { RunState, TaskPhase, TaskRun } from '../../src/run/run-state.ts';

type RunTasks = RunState['tasks'];

const byPathOfTasks = new WeakMap<RunTasks, ReadonlyMap<string, readonly TaskRun[]>>();
const NONE: readonly TaskRun[] = [];

/** Which phase stands for several instances of one task: the first of these that any of them is in. */
const LOUDEST: readonly TaskPhase[] = [
  'failed',
  'running',
  'retrying',
  'interrupted',
  'cancelled',
  'waiting',
  'pending',
  'succeeded',
  'cached',
  'skipped',
];

/** The instances of a task in a run, by its document path: one, or one for each iteration of a loop around it. */
export function taskRunsAt(run: RunState, documentPath: string): readonly TaskRun[] {
  return indexOf(run.tasks).get(documentPath) ?? NONE;
}

/** The phase a task is shown in. */
export function phaseAt(run: RunState, documentPath: string): TaskPhase | undefined {
  const runs = taskRunsAt(run, documentPath);
  if (runs.length < 2) return runs[0]?.phase;
  return loudestPhase(runs.map((task) => task.phase));
}

/** The phase that stands for several. */
export function loudestPhase(phases: readonly TaskPhase[]): TaskPhase | undefined {
  return LOUDEST.find((phase) => phases.includes(phase));
}

/** Made once per version of a run's tasks. */
function indexOf(tasks: RunTasks): ReadonlyMap<string, readonly TaskRun[]> {
  const known = byPathOfTasks.get(tasks);
  if (known !== undefined) return known;
  const index = new Map<string, TaskRun[]>();
  for (const task of Object.values(tasks)) {
    if (task.documentPath === undefined) continue;
    const shown = asShown(tasks, task);
    const list = index.get(task.documentPath);
    if (list === undefined) index.set(task.documentPath, [shown]);
    else list.push(shown);
  }
  byPathOfTasks.set(tasks, index);
  return index;
}

/** What stands in a group that was skipped will never run: it is skipped with the group, for the same reason. */
function asShown(tasks: RunTasks, task: TaskRun): TaskRun {
  if (task.phase !== 'pending') return task;
  for (let end = task.key.lastIndexOf('/'); end > 0; end = task.key.lastIndexOf('/', end - 1)) {
    const around = tasks[task.key.slice(0, end)];
    if (around?.phase !== 'skipped') continue;
    return { ...task, phase: 'skipped', ...(around.reason === undefined ? {} : { reason: around.reason }) };
  }
  return task;
}
