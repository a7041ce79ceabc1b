import { isTaskEnded, type RunState, type TaskPhase } from '../../src/run/run-state.ts';
import { loudestPhase } from './task-runs.ts';

/** How a group stands in a run. */
export interface GroupRun {
  readonly phase: TaskPhase;
  /** Of a loop whose items are known: how many iterations there are, and how many have ended. */
  readonly iterations?: { readonly total: number; readonly ended: number };
}

type RunTasks = RunState['tasks'];
/** By `<path of the sub-pipeline task>\n<name>`: the phases of the tasks in each instance, by the instance's key. */
type Instances = Map<string, Map<string, TaskPhase[]>>;

const indexes = new WeakMap<RunTasks, Instances>();
const results = new WeakMap<RunTasks, Map<string, GroupRun>>();

/**
 * How a group or branch stands in a run. `through` is the document path of the sub-pipeline task it stands in, empty
 * at the root; `name` is its key in the IR. Nothing where the run knows no task in it. The same object comes back
 * while the run's tasks are the same.
 */
export function groupRunAt(run: RunState, through: string, name: string): GroupRun | undefined {
  const key = `${through}\n${name}`;
  const known = results.get(run.tasks)?.get(key);
  if (known !== undefined) return known;
  const instances = indexOf(run.tasks).get(key);
  if (instances === undefined) return undefined;
  const found = summary(run.tasks, instances);
  const kept = results.get(run.tasks);
  if (kept === undefined) results.set(run.tasks, new Map([[key, found]]));
  else kept.set(key, found);
  return found;
}

function summary(tasks: RunTasks, instances: ReadonlyMap<string, readonly TaskPhase[]>): GroupRun {
  const all = [...instances].map(([key, phases]) => ({
    isIteration: key.endsWith(']'),
    phase: tasks[key]?.phase ?? loudestPhase(phases) ?? 'pending',
  }));
  const iterations = all.filter(({ isIteration }) => isIteration);
  const counted = iterations.length > 0 ? iterations : all;
  const phase = loudestPhase(counted.map((instance) => instance.phase)) ?? 'pending';
  if (iterations.length === 0) return { phase };
  const ended = iterations.filter((instance) => isTaskEnded(instance.phase)).length;
  return { phase, iterations: { total: iterations.length, ended } };
}

function indexOf(tasks: RunTasks): Instances {
  const known = indexes.get(tasks);
  if (known !== undefined) return known;
  const index: Instances = new Map();
  for (const { key, documentPath, phase } of Object.values(tasks)) {
    if (documentPath === undefined) continue;
    const cut = documentPath.lastIndexOf('/');
    const through = cut < 0 ? '' : documentPath.slice(0, cut);
    for (const { name, instance } of groupsOfKey(key, through)) addPhase(index, `${through}\n${name}`, instance, phase);
  }
  indexes.set(tasks, index);
  return index;
}

function addPhase(index: Instances, group: string, instance: string, phase: TaskPhase): void {
  let instances = index.get(group);
  if (instances === undefined) {
    instances = new Map();
    index.set(group, instances);
  }
  const phases = instances.get(instance);
  if (phases === undefined) instances.set(instance, [phase]);
  else phases.push(phase);
}

/** The groups around a task in its key: what stands between the sub-pipeline task it is in and itself. */
function groupsOfKey(key: string, through: string): readonly { readonly name: string; readonly instance: string }[] {
  const segments = key.split('/');
  const names = segments.map((segment) => segment.replace(/\[\d+\]$/, ''));
  const outer = through === '' ? '' : (through.split('/').at(-1) ?? '');
  const start = outer === '' ? 0 : names.slice(0, -1).lastIndexOf(outer) + 1;
  return names.slice(start, -1).map((name, index) => ({
    name,
    instance: segments.slice(0, start + index + 1).join('/'),
  }));
}
