import { openTaskRun } from '../../state/runs.ts';
import { getState, store } from '../../state/store.ts';
import { taskRunsAt } from '../../state/task-runs.ts';
import { selectedTaskPaths } from './run-commands.ts';

/** While a run is shown, the task panel shows the task that is selected in the drawing. */
export function followSelection(): void {
  store.subscribe((state, previous) => {
    const tabId = state.documents.active;
    if (tabId !== previous.documents.active) closeOtherRuns();
    if (tabId === null || state.view.byTab === previous.view.byTab) return;
    if (state.view.byTab.get(tabId)?.selection !== previous.view.byTab.get(tabId)?.selection) showSelected();
  });
}

/** Another pipeline came to the front: a task of a run that it does not show would be taken for its own. */
function closeOtherRuns(): void {
  const { documents, live } = getState();
  const shown = documents.active === null ? undefined : live.runs.shown.get(documents.active);
  if (live.runs.openTask !== null && live.runs.openTask.runId !== shown) openTaskRun(null);
}

function showSelected(): void {
  const { documents, live } = getState();
  const tabId = documents.active;
  const run = live.runs.states.get((tabId === null ? undefined : live.runs.shown.get(tabId)) ?? '');
  if (tabId === null || run === undefined) return;
  const [path, ...more] = selectedTaskPaths(tabId);
  const task = path === undefined || more.length > 0 ? undefined : taskRunsAt(run, path)[0];
  if (task !== undefined) openTaskRun({ runId: run.id, taskKey: task.key });
}
