import { describe, expect, it } from 'vitest';
import { countTasks, latestTime, listTasks, producerOf, shareOfTime } from '../../../renderer/panels/logs/task-list.ts';
import { ALL_RUNS, lengthOf, sortBy, viewRuns } from '../../../renderer/panels/runs/run-list.ts';
import { loudestTask } from '../../../renderer/panels/runs/show-run.ts';
import type { RunSummary } from '../../../src/api/results.ts';
import type { RunState, TaskRun } from '../../../src/run/run-state.ts';

function run(id: string, more: Partial<RunSummary> = {}): RunSummary {
  const taskCounts = { total: 1, done: 1, failed: 0 };
  return { id, name: id, pipelineName: 'p', root: null, phase: 'succeeded', createdAt: 0, taskCounts, ...more };
}

const RUNS = [
  run('c', { createdAt: 3, startedAt: 3, endedAt: 10, phase: 'failed', pipelineName: 'penguins' }),
  run('b', { createdAt: 2, startedAt: 2, phase: 'running' }),
  run('a', { createdAt: 1, startedAt: 1, endedAt: 3, name: 'Night run' }),
];
const ids = (runs: readonly RunSummary[]): string => runs.map(({ id }) => id).join('');

describe('the list of runs', () => {
  it('begins with the newest', () => {
    expect(ids(viewRuns(RUNS, ALL_RUNS))).toBe('cba');
  });

  it('is cut down by words anywhere in names, and by states', () => {
    expect(ids(viewRuns(RUNS, { ...ALL_RUNS, text: 'run NIGHT' }))).toBe('a');
    expect(ids(viewRuns(RUNS, { ...ALL_RUNS, text: 'peng' }))).toBe('c');
    expect(ids(viewRuns(RUNS, { ...ALL_RUNS, phases: new Set(['running', 'failed']) }))).toBe('cb');
    expect(viewRuns(RUNS, { ...ALL_RUNS, text: 'nowhere' })).toEqual([]);
  });

  it.each([
    ['phase', 'bca'],
    ['name', 'bca'],
    ['duration', 'acb'],
    ['started', 'abc'],
  ] as const)('is sorted by %s as %s', (column, order) => {
    expect(ids(viewRuns(RUNS, { ...ALL_RUNS, sort: { column, descending: false } }))).toBe(order);
  });

  it('leaves the given list as it is', () => {
    viewRuns(RUNS, { ...ALL_RUNS, sort: { column: 'name', descending: true } });
    expect(ids(RUNS)).toBe('cba');
  });

  it('turns round with a second click on a column', () => {
    const byName = sortBy(ALL_RUNS.sort, 'name');
    expect(byName).toEqual({ column: 'name', descending: false });
    expect(sortBy(byName, 'name')).toEqual({ column: 'name', descending: true });
    expect(sortBy(byName, 'duration').descending).toBe(true);
  });

  it('measures what goes on up to now', () => {
    expect(RUNS.map((each) => lengthOf(each, 100))).toEqual([7, 98, 2]);
    expect(lengthOf(run('x'), 100)).toBe(0);
  });
});

function task(key: string, more: Partial<TaskRun> = {}): TaskRun {
  return { key, irPath: key, kind: 'container', phase: 'pending', attempt: 0, outputs: {}, ...more };
}

function state(tasks: readonly TaskRun[], more: Partial<RunState> = {}): RunState {
  const byKey = Object.fromEntries(tasks.map((each) => [each.key, each]));
  return {
    id: 'r',
    source: 'local',
    name: 'r',
    pipelineName: 'p',
    phase: 'running',
    createdAt: 0,
    startedAt: 100,
    tasks: byKey,
    outputs: {},
    ...more,
  };
}

describe('the tasks of a run', () => {
  it('stand in the order they began, groups left out', () => {
    const run = state([
      task('late'),
      task('group', { kind: 'dag', startedAt: 1 }),
      task('b', { startedAt: 9 }),
      task('a', { startedAt: 5 }),
    ]);
    expect(listTasks(run).map(({ key }) => key)).toEqual(['a', 'b', 'late']);
  });

  it('are counted when nothing more happens to them', () => {
    const phases = ['succeeded', 'cached', 'failed', 'skipped', 'cancelled', 'running', 'pending'] as const;
    expect(countTasks(phases.map((phase) => task(phase, { phase })))).toEqual({ done: 5, total: 7 });
  });

  it('fill their part of the time, also when the clock is behind', () => {
    expect(shareOfTime({ start: 100, end: 200 }, { startedAt: 125, endedAt: 150 })).toEqual({
      from: 0.25,
      length: 0.25,
    });
    expect(shareOfTime({ start: 100, end: 200 }, { startedAt: 150 })).toEqual({ from: 0.5, length: 0.5 });
    expect(shareOfTime({ start: 100, end: 100 }, { startedAt: 100, endedAt: 100 })).toEqual({ from: 0, length: 0 });
    expect(shareOfTime({ start: 100, end: 200 }, {})).toBeUndefined();
    const going = state([task('a', { startedAt: 120, endedAt: 180 })]);
    expect(latestTime(going, listTasks(going), 150)).toBe(180);
    expect(latestTime({ ...going, endedAt: 190 }, listTasks(going), 500)).toBe(190);
  });

  it('are found by what they brought about', () => {
    const model = { kind: 'artifact', schemaTitle: 'system.Model', uri: '/out/model' } as const;
    const run = state([task('group', { kind: 'dag', outputs: { model } }), task('train', { outputs: { model } })]);
    expect(producerOf(run, '/out/model')).toEqual({ taskKey: 'train', port: 'model' });
    expect(producerOf(run, '/out/other')).toBeUndefined();
  });

  it('show the one first that failed first', () => {
    const failed = (key: string, endedAt: number) => task(key, { phase: 'failed', endedAt });
    expect(loudestTask(state([task('a'), failed('late', 9), failed('early', 4)]))?.key).toBe('early');
    expect(loudestTask(state([task('a'), task('b')]))?.key).toBe('a');
  });
});
