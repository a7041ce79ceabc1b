import { callHost } from '../state/host-access.ts';
import { getState } from '../state/store.ts';
import { isDirty, titleOfTab } from '../state/tabs.ts';
import { askToSave } from './close.ts';
import { dropRecovery, flushRecovery } from './recovery.ts';
import { saveTab } from './save.ts';

/** The window wants to close: saves or asks, then closes it. Stays when the user gives up. */
export async function endWhenAsked(): Promise<void> {
  const dirty = [...getState().documents.tabs.values()].filter((tab) => isDirty(tab) && tab.readOnly === null);
  if (dirty.length > 0) {
    await flushRecovery();
    const choice = await askToSave(dirty.map(titleOfTab));
    if (choice === 'cancel') return;
    for (const tab of dirty) {
      if (choice === 'discard') await dropRecovery(tab.recoveryKey);
      else if (!(await saveTab(tab.id))) return;
    }
  }
  // Tells the host that nothing is left to ask about, so that closing goes through this time.
  await callHost('window.setDocument', { path: null, title: '', dirty: false });
  window.close();
}
