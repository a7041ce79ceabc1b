import type { RunSummary } from '../../../src/api/results.ts';
import type { RunPhase } from '../../../src/run/run-state.ts';

export const RUN_COLUMNS = ['phase', 'name', 'pipeline', 'started', 'duration', 'tasks'] as const;
export type RunColumn = (typeof RUN_COLUMNS)[number];

/** What the list of runs is cut down to and how it is sorted. */
export interface RunListView {
  readonly text: string;
  /** Empty: every state. */
  readonly phases: ReadonlySet<RunPhase>;
  readonly sort: RunSort;
}

export interface RunSort {
  readonly column: RunColumn;
  readonly descending: boolean;
}

/** Newest first, all of them. */
export const ALL_RUNS: RunListView = { text: '', phases: new Set(), sort: { column: 'started', descending: true } };

/** The runs a view shows, in its order. Words of the text may stand anywhere in name, pipeline or id. */
export function viewRuns(runs: readonly RunSummary[], view: RunListView): readonly RunSummary[] {
  const words = view.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = runs.filter((run) => hasPhase(run, view.phases) && hasWords(run, words));
  const { column, descending } = view.sort;
  const direction = descending ? -1 : 1;
  return shown.sort((left, right) => direction * compare(left, right, column) || right.createdAt - left.createdAt);
}

/** The sort after a click on a column: the other way round, or the way that column is mostly wanted. */
export function sortBy(sort: RunSort, column: RunColumn): RunSort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: column === 'started' || column === 'duration' };
}

/** Milliseconds a run took, or has been going on. */
export function lengthOf(run: RunSummary, now: number): number {
  return run.startedAt === undefined ? 0 : (run.endedAt ?? now) - run.startedAt;
}

const PHASE_ORDER: readonly RunPhase[] = [
  'running',
  'cancelling',
  'pending',
  'failed',
  'interrupted',
  'cancelled',
  'succeeded',
];

function hasPhase(run: RunSummary, phases: ReadonlySet<RunPhase>): boolean {
  return phases.size === 0 || phases.has(run.phase);
}

function hasWords(run: RunSummary, words: readonly string[]): boolean {
  const text = `${run.name}\n${run.pipelineName}\n${run.id}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function compare(left: RunSummary, right: RunSummary, column: RunColumn): number {
  switch (column) {
    case 'phase':
      return PHASE_ORDER.indexOf(left.phase) - PHASE_ORDER.indexOf(right.phase);
    case 'name':
      return left.name.localeCompare(right.name);
    case 'pipeline':
      return left.pipelineName.localeCompare(right.pipelineName);
    case 'started':
      return left.createdAt - right.createdAt;
    case 'duration':
      return lengthOf(left, Number.POSITIVE_INFINITY) - lengthOf(right, Number.POSITIVE_INFINITY) || 0;
    case 'tasks':
      return left.taskCounts.total - right.taskCounts.total;
  }
}
