import { resumeRunState } from './facts/reduce-facts.ts';
import type { OutputValue, RunNote, RunPhase, RunReason, RunState, TaskRun } from './run-state.ts';

/** What changed in a run. Apply with `applyRunChange`. */
export interface RunChange {
  readonly runId: string;
  readonly phase: RunPhase;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly reason?: RunReason;
  readonly tasks: readonly TaskRun[];
  /** The run goes on: what is not told as a task of this change is pending again. */
  readonly resumed?: boolean;
  readonly notes?: readonly RunNote[];
  readonly outputs?: { readonly [name: string]: OutputValue };
}

/** The state after a change that was told. */
export function applyRunChange(state: RunState, change: RunChange): RunState {
  const changed = Object.fromEntries(change.tasks.map((task) => [task.key, task]));
  const before = change.resumed === true ? resumeRunState(state) : state;
  return {
    ...before,
    phase: change.phase,
    tasks: change.tasks.length === 0 ? before.tasks : { ...before.tasks, ...changed },
    ...(change.notes === undefined ? {} : { notes: change.notes }),
    ...(change.startedAt === undefined ? {} : { startedAt: change.startedAt }),
    ...(change.endedAt === undefined ? {} : { endedAt: change.endedAt }),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...(change.outputs === undefined ? {} : { outputs: change.outputs }),
  };
}
