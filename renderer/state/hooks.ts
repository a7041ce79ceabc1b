import type { Diagnostic } from '../../src/analysis/diagnostic.ts';
import type { PipelineDocument, TaskRecord } from '../../src/model/document.ts';
import type { NodeId, TaskId } from '../../src/model/ids.ts';
import type { RunState } from '../../src/run/run-state.ts';
import type { AppState } from './app-state.ts';
import type { DocumentTab, TabId } from './documents-slice.ts';
import { NO_SELECTION } from './selection.ts';
import { useApp } from './store.ts';
import type { Selection, TabView } from './view-slice.ts';

const NO_DIAGNOSTICS: readonly Diagnostic[] = [];

/** The tab in front, or null. */
export function selectActiveTab(state: AppState): TabId | null {
  return state.documents.active;
}

/** A tab's whole record. Renders again with every edit: for places that show little. */
export function useTab(tabId: TabId): DocumentTab | undefined {
  return useApp((state) => state.documents.tabs.get(tabId));
}

/** A tab's document. Panels of a tab are only mounted while it is open. */
export function useDocument(tabId: TabId): PipelineDocument {
  const document = useApp((state) => state.documents.tabs.get(tabId)?.document);
  if (document === undefined) throw new Error(`No tab ${tabId}`);
  return document;
}

/** One task's record: renders again only when that task changes. */
export function useTask(tabId: TabId, task: TaskId): TaskRecord | undefined {
  return useApp((state) => state.documents.tabs.get(tabId)?.document.tasks.get(task));
}

/** The diagnostics of one node; the same list while they are unchanged. */
export function useNodeDiagnostics(tabId: TabId, node: NodeId): readonly Diagnostic[] {
  return useApp((state) => state.documents.tabs.get(tabId)?.analysis.byNode.get(node) ?? NO_DIAGNOSTICS);
}

/** How a tab is looked at. */
export function useTabView(tabId: TabId): TabView | undefined {
  return useApp((state) => state.view.byTab.get(tabId));
}

/** What is selected in a tab. */
export function useSelection(tabId: TabId): Selection {
  return useApp((state) => state.view.byTab.get(tabId)?.selection ?? NO_SELECTION);
}

/** The state of the run that is drawn over a tab, once it is known. */
export function useShownRun(tabId: TabId): RunState | undefined {
  return useApp((state) => {
    const runId = state.live.runs.shown.get(tabId);
    return runId === undefined ? undefined : state.live.runs.states.get(runId);
  });
}

/** Whether a tab's document can be edited. */
export function useCanEdit(tabId: TabId): boolean {
  return useApp((state) => state.documents.tabs.get(tabId)?.readOnly === null);
}
