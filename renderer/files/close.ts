import i18next from 'i18next';
import { ask } from '../dialogs/questions.ts';
import type { TabId } from '../state/documents-slice.ts';
import { getState } from '../state/store.ts';
import { isDirty, removeTab, titleOfTab } from '../state/tabs.ts';
import { dropRecovery } from './recovery.ts';
import { letGo, saveTab } from './save.ts';

/** Closes a tab. Asks only when something would be lost. False when the user gave up. */
export async function closeTab(tabId: TabId): Promise<boolean> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined) return true;
  if (isDirty(tab) && tab.readOnly === null) {
    const choice = await askToSave([titleOfTab(tab)]);
    if (choice === 'cancel') return false;
    if (choice === 'save' && !(await saveTab(tabId))) return false;
  }
  removeTab(tabId);
  await dropRecovery(tab.recoveryKey);
  if (tab.file !== null) await letGo(tab.file.path);
  return true;
}

/** Closes every tab but one. Stops where the user gives up. */
export async function closeOthers(keep: TabId): Promise<void> {
  for (const tabId of getState().documents.order) {
    if (tabId !== keep && !(await closeTab(tabId))) return;
  }
}

/** Asks what to do with changes that are not saved. */
export async function askToSave(titles: readonly string[]): Promise<'save' | 'discard' | 'cancel'> {
  const reply = await ask({
    title: i18next.t('closing.title'),
    message: i18next.t('closing.message', { count: titles.length, titles: titles.join(', ') }),
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'discard', label: i18next.t('closing.discard') },
      { id: 'save', label: i18next.t('common.save'), kind: 'main' },
    ],
  });
  if (reply?.choice === 'save' || reply?.choice === 'discard') return reply.choice;
  return 'cancel';
}
