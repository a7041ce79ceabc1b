import { describe, expect, it } from 'vitest';
import { groupRunAt } from '../../../renderer/state/group-runs.ts';
import type { RunState, TaskPhase } from '../../../src/run/run-state.ts';

function run(tasks: { readonly [key: string]: readonly [TaskPhase, string?] }): RunState {
  return {
    id: 'r1',
    source: 'local',
    name: 'run',
    pipelineName: 'p',
    phase: 'running',
    createdAt: 0,
    outputs: {},
    tasks: Object.fromEntries(
      Object.entries(tasks).map(([key, [phase, documentPath]]) => [
        key,
        {
          key,
          irPath: key.replace(/\[\d+\]/g, ''),
          kind: documentPath === undefined ? ('dag' as const) : ('container' as const),
          phase,
          attempt: 1,
          outputs: {},
          ...(documentPath === undefined ? {} : { documentPath }),
        },
      ]),
    ),
  };
}

describe('how a group stands in a run', () => {
  it('counts the iterations of a loop and how many have ended', () => {
    const state = run({
      'for-loop-1[0]/work': ['succeeded', 'work'],
      'for-loop-1[1]/work': ['running', 'work'],
      'for-loop-1[2]/work': ['pending', 'work'],
    });
    expect(groupRunAt(state, '', 'for-loop-1')).toEqual({ phase: 'running', iterations: { total: 3, ended: 1 } });
  });

  it('goes by the group itself where the run has it', () => {
    const state = run({ 'condition-1': ['skipped'], 'condition-1/work': ['pending', 'work'] });
    expect(groupRunAt(state, '', 'condition-1')).toEqual({ phase: 'skipped' });
  });

  it('finds inner groups, and tells those of a sub-pipeline from others of that name', () => {
    const state = run({
      'exit-handler-1/condition-2/work': ['failed', 'work'],
      'exit-handler-1/sub/condition-2/deep': ['succeeded', 'sub/deep'],
    });
    expect(groupRunAt(state, '', 'condition-2')).toEqual({ phase: 'failed' });
    expect(groupRunAt(state, 'sub', 'condition-2')).toEqual({ phase: 'succeeded' });
    expect(groupRunAt(state, 'sub', 'exit-handler-1')).toBeUndefined();
  });

  it('gives the same object while the tasks are the same', () => {
    const state = run({ 'condition-1/work': ['running', 'work'] });
    expect(groupRunAt(state, '', 'condition-1')).toBe(groupRunAt({ ...state, phase: 'failed' }, '', 'condition-1'));
    expect(groupRunAt(state, '', 'condition-9')).toBeUndefined();
  });
});
