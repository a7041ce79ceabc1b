import { describe, expect, it } from 'vitest';
import { phaseAt, taskRunsAt } from '../../../renderer/state/task-runs.ts';
import type { RunState, TaskPhase, TaskRun } from '../../../src/run/run-state.ts';

function run(tasks: readonly (readonly [key: string, path: string | undefined, phase: TaskPhase])[]): RunState {
  const entries = tasks.map(([key, documentPath, phase]): [string, TaskRun] => [
    key,
    {
      key,
      irPath: key,
      kind: 'container',
      phase,
      attempt: 1,
      outputs: {},
      ...(documentPath === undefined ? {} : { documentPath }),
    },
  ]);
  return {
    id: 'r',
    source: 'local',
    name: 'r',
    pipelineName: 'p',
    phase: 'running',
    createdAt: 0,
    outputs: {},
    tasks: Object.fromEntries(entries),
  };
}

describe('the instances of a task in a run', () => {
  it('are found by its path in the document', () => {
    const state = run([
      ['train', 'train', 'running'],
      ['for-loop-1[0]/score', 'score', 'succeeded'],
      ['for-loop-1[1]/score', 'score', 'running'],
      ['dag', undefined, 'running'],
    ]);
    expect(taskRunsAt(state, 'score').map((task) => task.key)).toEqual(['for-loop-1[0]/score', 'for-loop-1[1]/score']);
    expect(taskRunsAt(state, 'missing')).toEqual([]);
    expect(taskRunsAt(state, 'score')).toBe(taskRunsAt(state, 'score'));
  });

  it.each([
    [['succeeded'], 'succeeded'],
    [['succeeded', 'failed', 'running'], 'failed'],
    [['succeeded', 'running'], 'running'],
    [['cached', 'succeeded'], 'succeeded'],
    [['pending', 'succeeded'], 'pending'],
    [['skipped', 'cached'], 'cached'],
    [[], undefined],
  ] as const)('in %o are shown as %s', (phases, shown) => {
    const state = run(phases.map((phase, index) => [`loop[${index}]/a`, 'a', phase]));
    expect(phaseAt(state, 'a')).toBe(shown);
  });

  it('are skipped with the group they stand in, for its reason', () => {
    const state = run([
      ['condition-1', undefined, 'skipped'],
      ['condition-1/for-loop-2/train', 'train', 'pending'],
      ['condition-3/publish', 'publish', 'pending'],
    ]);
    const reason = { code: 'condition-false' };
    const tasks = { ...state.tasks, 'condition-1': { ...(state.tasks['condition-1'] as TaskRun), reason } };
    const shown = { ...state, tasks };
    expect(phaseAt(shown, 'train')).toBe('skipped');
    expect(taskRunsAt(shown, 'train')[0]?.reason).toEqual(reason);
    expect(phaseAt(shown, 'publish')).toBe('pending');
  });
});
