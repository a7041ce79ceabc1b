import type { RunChange } from '../api/events.ts';
import type { RunState } from './run-state.ts';

/** The state after a change the host told. */
export function applyRunChange(state: RunState, change: RunChange): RunState {
  const tasks = change.tasks.length === 0 ? state.tasks : { ...state.tasks };
  for (const task of change.tasks) (tasks as Record<string, RunState['tasks'][string]>)[task.key] = task;
  return {
    ...state,
    phase: change.phase,
    tasks,
    ...(change.startedAt === undefined ? {} : { startedAt: change.startedAt }),
    ...(change.endedAt === undefined ? {} : { endedAt: change.endedAt }),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...(change.outputs === undefined ? {} : { outputs: change.outputs }),
  };
}
