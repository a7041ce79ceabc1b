import { perform } from '../commands/run-command.ts';
import { saveTab } from '../files/save.ts';
import type { TabId } from '../state/documents-slice.ts';
import { getState } from '../state/store.ts';
import { isDirty } from '../state/tabs.ts';
import { createGatherer, followDocuments } from './follow-documents.ts';

const DELAY = 1_000;

/** Saves documents that have a file a moment after each edit, where the user wants that. */
export function startAutoSave(): void {
  const save = createGatherer<TabId>(DELAY, (tabId) => void perform(() => saveQuietly(tabId)));
  followDocuments((tab) => {
    if (getState().live.settings.autoSave && tab.file !== null && isDirty(tab)) save(tab.id);
  });
}

async function saveQuietly(tabId: TabId): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || tab.file === null || tab.readOnly !== null || tab.conflict !== null) return;
  if (isDirty(tab)) await saveTab(tabId);
}
