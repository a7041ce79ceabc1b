import type { DocumentsSlice, DocumentTab, TabId } from './documents-slice.ts';
import type { LiveSlice } from './live-slice.ts';
import { getState, patchState } from './store.ts';
import type { TabView, ViewSlice } from './view-slice.ts';

/** Changes fields of the documents slice. */
export function patchDocuments(patch: Partial<DocumentsSlice>): void {
  patchState({ documents: { ...getState().documents, ...patch } });
}

/** Changes fields of one tab. A tab that was closed meanwhile stays closed. */
export function patchTab(tabId: TabId, patch: Partial<DocumentTab>): void {
  const { documents } = getState();
  const tab = documents.tabs.get(tabId);
  if (tab === undefined) return;
  patchState({ documents: { ...documents, tabs: new Map(documents.tabs).set(tabId, { ...tab, ...patch }) } });
}

/** Changes fields of the view slice. */
export function patchView(patch: Partial<ViewSlice>): void {
  patchState({ view: { ...getState().view, ...patch } });
}

/** Changes fields of how one tab is looked at. */
export function patchTabView(tabId: TabId, patch: Partial<TabView>): void {
  const { view } = getState();
  const current = view.byTab.get(tabId);
  if (current === undefined) return;
  patchState({ view: { ...view, byTab: new Map(view.byTab).set(tabId, { ...current, ...patch }) } });
}

/** Changes fields of the live slice. */
export function patchLive(patch: Partial<LiveSlice>): void {
  patchState({ live: { ...getState().live, ...patch } });
}
