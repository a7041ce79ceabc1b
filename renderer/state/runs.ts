import type { HostEvents } from '../../src/api/events.ts';
import type { RunDetail } from '../../src/api/results.ts';
import { applyRunChange, type RunChange } from '../../src/run/run-change.ts';
import { patchLive } from './change-slices.ts';
import type { TabId } from './documents-slice.ts';
import { callHost } from './host-access.ts';
import type { OpenTaskRun, RunsState } from './live-slice.ts';
import { getState } from './store.ts';

/** Reads the list of runs again. */
export async function loadRuns(): Promise<void> {
  const { runs } = await callHost('runs.list', {});
  patchRuns({ list: sortRuns(runs) });
}

/** What was told of runs while their state is on its way here: it may be newer than the state. */
const toldMeanwhile = new Map<string, RunChange[]>();

/** Reads one run's state, so that it can be shown and followed. */
export async function loadRun(runId: string): Promise<RunDetail> {
  const told = toldMeanwhile.get(runId) ?? [];
  toldMeanwhile.set(runId, told);
  try {
    const detail = await callHost('runs.get', { runId });
    const { states } = getState().live.runs;
    patchRuns({ states: new Map(states).set(runId, told.reduce(applyRunChange, detail.state)) });
    return detail;
  } finally {
    toldMeanwhile.delete(runId);
  }
}

/** Draws a run over a tab's tasks; null takes it away. */
export function showRun(tabId: TabId, runId: string | null): void {
  const shown = new Map(getState().live.runs.shown);
  if (runId === null) shown.delete(tabId);
  else shown.set(tabId, runId);
  patchRuns({ shown });
}

/** Opens the log and outputs of a task of a run; null closes them. */
export function openTaskRun(openTask: OpenTaskRun | null): void {
  patchRuns({ openTask });
}

/** Takes in what happened in a run. Runs that nobody looks at are only followed in the list. */
export function applyRunEvent(change: RunChange): void {
  toldMeanwhile.get(change.runId)?.push(change);
  const { states } = getState().live.runs;
  const state = states.get(change.runId);
  if (state !== undefined) patchRuns({ states: new Map(states).set(change.runId, applyRunChange(state, change)) });
}

/** Takes in changes of the list of runs. */
export function applyRunListChange({ changed, removed }: HostEvents['runs.listChanged']): void {
  const { runs } = getState().live;
  const gone = new Set([...removed, ...changed.map((run) => run.id)]);
  const list = sortRuns([...changed, ...runs.list.filter((run) => !gone.has(run.id))]);
  const states = new Map([...runs.states].filter(([id]) => !removed.includes(id)));
  const shown = new Map([...runs.shown].filter(([, id]) => !removed.includes(id)));
  patchRuns({ list, states, shown });
}

/** Reads every run that is looked at again, after events were missed. */
export async function reloadRuns(): Promise<void> {
  await Promise.all([loadRuns(), ...[...getState().live.runs.states.keys()].map(loadRun)]);
}

function patchRuns(patch: Partial<RunsState>): void {
  patchLive({ runs: { ...getState().live.runs, ...patch } });
}

function sortRuns(runs: RunsState['list']): RunsState['list'] {
  return [...runs].sort((left, right) => right.createdAt - left.createdAt);
}
