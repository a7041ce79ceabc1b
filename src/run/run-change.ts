import type { OutputValue, RunPhase, RunReason, RunState, TaskRun } from './run-state.ts';

/** What changed in a run. Apply with `applyRunChange`. */
export interface RunChange {
  readonly runId: string;
  readonly phase: RunPhase;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly reason?: RunReason;
  readonly tasks: readonly TaskRun[];
  readonly outputs?: { readonly [name: string]: OutputValue };
}

/** The state after a change that was told. */
export function applyRunChange(state: RunState, change: RunChange): RunState {
  const changed = Object.fromEntries(change.tasks.map((task) => [task.key, task]));
  return {
    ...state,
    phase: change.phase,
    tasks: change.tasks.length === 0 ? state.tasks : { ...state.tasks, ...changed },
    ...(change.startedAt === undefined ? {} : { startedAt: change.startedAt }),
    ...(change.endedAt === undefined ? {} : { endedAt: change.endedAt }),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...(change.outputs === undefined ? {} : { outputs: change.outputs }),
  };
}
