import type { TaskRun } from '../../../src/run/run-state.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import { phaseAt, taskRunsAt } from '../../state/task-runs.ts';

/** The instance of a task that the run shown on its tab is judged by: of several, one in the worst phase. */
export function useTaskRun(tabId: TabId, path: string): TaskRun | undefined {
  return useApp((state) => {
    const runId = state.live.runs.shown.get(tabId);
    const run = runId === undefined ? undefined : state.live.runs.states.get(runId);
    if (run === undefined) return undefined;
    const phase = phaseAt(run, path);
    return taskRunsAt(run, path).find((task) => task.phase === phase);
  });
}
