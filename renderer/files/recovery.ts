import i18next from 'i18next';
import { HostError } from '../../src/api/errors.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { ask } from '../dialogs/questions.ts';
import { patchLive, patchTab } from '../state/change-slices.ts';
import type { DocumentTab, TabId } from '../state/documents-slice.ts';
import { callHost } from '../state/host-access.ts';
import { getState } from '../state/store.ts';
import { isDirty, openTab, titleOfTab } from '../state/tabs.ts';

const unwritten = new Set<TabId>();

/** Notes that a tab's recovery copy is older than its document. */
export function noteChange(tabId: TabId): void {
  unwritten.add(tabId);
}

/** Whether an edit is in no recovery copy yet. */
export function hasUnwrittenChanges(): boolean {
  return unwritten.size > 0;
}

/** Writes the recovery copies that are out of date, and drops those of work that was undone. What fails is tried again with the next edit. */
export async function flushRecovery(): Promise<void> {
  const tabs = [...unwritten].map((id) => getState().documents.tabs.get(id)).filter((tab) => tab !== undefined);
  unwritten.clear();
  await Promise.all(tabs.map((tab) => (isDirty(tab) ? writeCopy(tab) : dropRecovery(tab.recoveryKey))));
}

/** Forgets a recovery copy: the work is saved, or was thrown away knowingly. */
export async function dropRecovery(key: string): Promise<void> {
  try {
    await callHost('recovery.discard', { key });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** Opens the work that was found, each in a tab with unsaved changes. */
export async function restoreRecoveries(): Promise<void> {
  for (const { key } of getState().live.recoveries) await restoreRecovery(key);
}

/** Throws the work that was found away, after asking. */
export async function discardRecoveries(): Promise<void> {
  const { recoveries } = getState().live;
  const reply = await ask({
    title: i18next.t('recovery.discardTitle'),
    message: i18next.t('recovery.discardMessage'),
    details: recoveries.map((entry) => entry.path ?? entry.title),
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'discard', label: i18next.t('recovery.discard'), kind: 'danger' },
    ],
  });
  if (reply?.choice !== 'discard') return;
  await Promise.all(recoveries.map(({ key }) => dropRecovery(key)));
  patchLive({ recoveries: [] });
}

async function writeCopy(tab: DocumentTab): Promise<void> {
  try {
    await callHost('recovery.write', {
      key: tab.recoveryKey,
      path: tab.file?.path ?? null,
      title: titleOfTab(tab),
      text: printPipelineFile(tab.document, tab.source ?? undefined),
      baseStamp: tab.file?.stamp ?? null,
    });
  } catch {
    unwritten.add(tab.id);
  }
}

/** Opens one recovery copy. It stays on the disk until the work is saved or thrown away. */
export async function restoreRecovery(key: string): Promise<void> {
  const { path, title, text, baseStamp } = await callHost('recovery.read', { key });
  patchLive({ recoveries: getState().live.recoveries.filter((entry) => entry.key !== key) });
  const outcome = parsePipelineFile(text);
  if (!outcome.ok) return;
  const file = path === null || baseStamp === null ? undefined : { path, stamp: baseStamp };
  const tabId = openTab({
    document: outcome.value.document,
    parsed: outcome.value,
    untitled: title,
    unsaved: true,
    recoveryKey: key,
    ...(file === undefined ? {} : { file }),
  });
  if (file !== undefined) await watchRestored(tabId, file);
}

/** The file may have changed since the copy was made: then the user chooses. */
async function watchRestored(tabId: TabId, file: { readonly path: string; readonly stamp: string }): Promise<void> {
  try {
    const { claimed } = await callHost('files.claim', { path: file.path });
    if (!claimed) patchTab(tabId, { readOnly: { kind: 'claimed-elsewhere' } });
    await callHost('files.watch', { path: file.path });
    const current = await callHost('files.read', { path: file.path });
    if (current.stamp !== file.stamp) patchTab(tabId, { conflict: { stamp: current.stamp } });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    // Gone, or no longer allowed: the work goes on as one that was never saved.
    patchTab(tabId, { file: null });
  }
}
