import type { PredicateName } from '../../src/actions/predicates.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { GroupId, LayoutKey, TaskId } from '../../src/model/ids.ts';
import { isRunEnded, type RunState } from '../../src/run/run-state.ts';
import type { AppState } from '../state/app-state.ts';
import type { DocumentTab } from '../state/documents-slice.ts';
import { NO_SELECTION } from '../state/selection.ts';
import { isDirty } from '../state/tabs.ts';
import type { Selection } from '../state/view-slice.ts';

/** Every predicate as a pure function of the state. */
export const PREDICATES: { readonly [Name in PredicateName]: (state: AppState) => boolean } = {
  hasTab: (state) => activeTab(state) !== undefined,
  canEdit: (state) => activeTab(state)?.readOnly === null,
  hasPath: (state) => (activeTab(state)?.file ?? null) !== null,
  isDirty: (state) => tabHas(state, isDirty),
  anyDirty: (state) => [...state.documents.tabs.values()].some(isDirty),
  hasClosedTab: (state) => state.documents.closed.length > 0,
  canUndo: (state) => tabHas(state, (tab) => tab.history.past.length > 0),
  canRedo: (state) => tabHas(state, (tab) => tab.history.future.length > 0),
  hasSelection: (state) => selection(state).nodes.size + selection(state).edges.size > 0,
  hasSelectedNode: (state) => selection(state).nodes.size > 0,
  hasOneSelectedNode: (state) => selection(state).nodes.size === 1,
  hasSelectedTask: (state) => selectsTask(state),
  hasSelectedGroup: (state) => selectsSome(state, (document, key) => document.groups.has(key as GroupId)),
  hasSelectedSubPipeline: (state) =>
    selection(state).nodes.size === 1 &&
    selectsSome(state, (document, key) => document.tasks.get(key as TaskId)?.target.kind === 'pipeline'),
  isInSubPipeline: (state) => tabHas(state, (tab) => state.view.byTab.get(tab.id)?.pipeline !== tab.document.root),
  hasTasks: (state) => tabHas(state, (tab) => tab.document.tasks.size > 0),
  canRun: (state) => tabHas(state, (tab) => tab.document.tasks.size > 0) && state.live.connection === 'online',
  isRunActive: (state) => runHas(state, (run) => !isRunEnded(run.phase)),
  hasShownRun: (state) => shownRun(state) !== undefined,
  hasEndedRun: (state) => runHas(state, (run) => isRunEnded(run.phase)),
  catalogShown: (state) => state.view.panels.left,
  outlineShown: (state) => state.view.panels.left,
  inspectorShown: (state) => state.view.panels.right,
  bottomShown: (state) => state.view.panels.bottom,
  minimapShown: (state) => state.live.settings.showMinimap,
  snapsToGrid: (state) => state.live.settings.snapToGrid,
  autoSaves: (state) => state.live.settings.autoSave,
  themeIsLight: (state) => state.live.settings.theme === 'light',
  themeIsDark: (state) => state.live.settings.theme === 'dark',
  themeIsSystem: (state) => state.live.settings.theme === 'system',
  online: (state) => state.live.connection === 'online',
};

function activeTab({ documents }: AppState): DocumentTab | undefined {
  return documents.active === null ? undefined : documents.tabs.get(documents.active);
}

function tabHas(state: AppState, test: (tab: DocumentTab) => boolean): boolean {
  const tab = activeTab(state);
  return tab !== undefined && test(tab);
}

function selection(state: AppState): Selection {
  const { active } = state.documents;
  return (active === null ? undefined : state.view.byTab.get(active)?.selection) ?? NO_SELECTION;
}

function selectsTask(state: AppState): boolean {
  return selectsSome(state, (document, key) => document.tasks.has(key as TaskId));
}

function selectsSome(state: AppState, test: (document: PipelineDocument, key: LayoutKey) => boolean): boolean {
  const document = activeTab(state)?.document;
  return document !== undefined && [...selection(state).nodes].some((key) => test(document, key));
}

function shownRun(state: AppState): RunState | undefined {
  const { active } = state.documents;
  const runId = active === null ? undefined : state.live.runs.shown.get(active);
  return runId === undefined ? undefined : state.live.runs.states.get(runId);
}

function runHas(state: AppState, test: (run: RunState) => boolean): boolean {
  const run = shownRun(state);
  return run !== undefined && test(run);
}
