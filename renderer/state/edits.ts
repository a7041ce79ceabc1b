import { checkDocument } from '../../src/analysis/check-document.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import {
  closeGesture,
  goToStep,
  type History,
  type HistoryMove,
  recordEdit,
  redo,
  undo,
} from '../../src/model/history.ts';
import type { PipelineId } from '../../src/model/ids.ts';
import type { DocumentTab, TabId } from './documents-slice.ts';
import { keepExisting } from './selection.ts';
import { getState, patchState } from './store.ts';
import type { TabView, ViewSlice } from './view-slice.ts';
import { wayToPipeline } from './way-to-pipeline.ts';

export interface ApplyOptions {
  /** Edits with the same key that follow each other are one step of history, until `endGesture`. */
  readonly coalesce?: string;
}

/**
 * Makes an edit on a tab's document: history, analysis and selection follow in the same change.
 * False, and nothing happens, when the document is read-only or the edit changes nothing.
 */
export function applyEdit(tabId: TabId, edit: Edit, options: ApplyOptions = {}): boolean {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || tab.readOnly !== null || edit.document === tab.document) return false;
  setDocument(tab, edit, recordEdit(tab.history, tab.document, edit, options.coalesce));
  return true;
}

/** `applyEdit` of an edit made from the document as it is now. */
export function editDocument(
  tabId: TabId,
  make: (document: PipelineDocument) => Edit,
  options: ApplyOptions = {},
): boolean {
  const tab = getState().documents.tabs.get(tabId);
  return tab !== undefined && applyEdit(tabId, make(tab.document), options);
}

/** Ends a gesture: the next edit is a step of its own whatever its key. */
export function endGesture(tabId: TabId): void {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined) return;
  const history = closeGesture(tab.history);
  if (history !== tab.history) setTab({ ...tab, history });
}

/** Takes back the last step. */
export function undoEdit(tabId: TabId): void {
  move(tabId, (tab) => undo(tab.history, tab.document));
}

/** Makes the next undone step again. */
export function redoEdit(tabId: TabId): void {
  move(tabId, (tab) => redo(tab.history, tab.document));
}

/** Goes to the state after that many recorded steps; 0 is the beginning. */
export function jumpToStep(tabId: TabId, steps: number): void {
  move(tabId, (tab) => goToStep(tab.history, tab.document, steps));
}

function move(tabId: TabId, make: (tab: DocumentTab) => HistoryMove | undefined): void {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || tab.readOnly !== null) return;
  const outcome = make(tab);
  if (outcome !== undefined) setDocument(tab, outcome.edit, outcome.history);
}

function setDocument(tab: DocumentTab, edit: Edit, history: History): void {
  const { document, touched } = edit;
  const analysis = checkDocument(document, { result: tab.analysis, touched });
  setTab({ ...tab, document, history, analysis });
}

function setTab(tab: DocumentTab): void {
  const { documents } = getState();
  const tabs = new Map(documents.tabs).set(tab.id, tab);
  patchState({ documents: { ...documents, tabs }, view: viewAfter(tab) });
}

/** How a tab is looked at after an edit: what is gone is not selected, and a pipeline that is gone is not shown. */
function viewAfter(tab: DocumentTab): ViewSlice {
  const { view } = getState();
  const tabView = view.byTab.get(tab.id);
  if (tabView === undefined) return view;
  const selection = keepExisting(tabView.selection, tab.document);
  const pipeline = tab.document.pipelines.has(tabView.pipeline) ? tabView.pipeline : tab.document.root;
  const through = throughAfter(tab, tabView, pipeline);
  if (selection === tabView.selection && pipeline === tabView.pipeline && through === tabView.through) return view;
  return { ...view, byTab: new Map(view.byTab).set(tab.id, { ...tabView, selection, pipeline, through }) };
}

/** A definition that is still there is reached by another task when the one on the way to it is gone. */
function throughAfter(
  { document }: DocumentTab,
  { through, pipeline }: TabView,
  shown: PipelineId,
): TabView['through'] {
  if (shown !== pipeline) return [];
  return through.every((task) => document.tasks.has(task)) ? through : wayToPipeline(document, shown);
}
