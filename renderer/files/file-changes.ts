import { HostError } from '../../src/api/errors.ts';
import type { HostEvents } from '../../src/api/events.ts';
import { patchTab } from '../state/change-slices.ts';
import { getState } from '../state/store.ts';
import { isDirty } from '../state/tabs.ts';
import { tabOfPath } from './open.ts';
import { reloadTab } from './save.ts';

/** A file that is open was changed by another program: load it when nothing would be lost, else let the user choose. */
export async function onFileChanged({ path, stamp }: HostEvents['file.changed']): Promise<void> {
  const tabId = tabOfPath(path);
  const tab = tabId === undefined ? undefined : getState().documents.tabs.get(tabId);
  if (tabId === undefined || tab?.file == null) return;
  if (tab.file.stamp === stamp) return patchTab(tabId, { conflict: null });
  if (stamp === null || isDirty(tab)) return patchTab(tabId, { conflict: { stamp } });
  try {
    await reloadTab(tabId);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    patchTab(tabId, { conflict: { stamp: null } });
  }
}
