import i18next from 'i18next';
import { ask } from '../../dialogs/questions.ts';
import { formatBytes } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { toast } from '../../parts/toast.tsx';
import { callHost } from '../../state/host-access.ts';
import { getState } from '../../state/store.ts';

type CleanUp = { readonly olderThanDays: number } | { readonly keepBytes: number };

/** Asks which runs may go, and removes them. Runs that are going on stay. */
export async function freeSpace(): Promise<void> {
  const space = await callHost('runs.space', {});
  const days = Math.min(7, getState().live.settings.runStoreMaxDays);
  const reply = await ask({
    title: i18next.t('freeSpace.title'),
    message: i18next.t('freeSpace.message', {
      count: space.runs,
      size: formatBytes(space.bytes, currentLanguage()),
      folder: space.folder,
    }),
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'all', label: i18next.t('freeSpace.all'), kind: 'danger' },
      { id: 'old', label: i18next.t('freeSpace.old', { count: days }), kind: 'main' },
    ],
  });
  if (reply?.choice === 'old') await cleanUp({ olderThanDays: days });
  if (reply?.choice === 'all') await cleanUp({ keepBytes: 0 });
}

async function cleanUp(what: CleanUp): Promise<void> {
  const { removed, bytes } = await callHost('runs.cleanUp', what);
  const size = formatBytes(bytes, currentLanguage());
  toast({ message: i18next.t('freeSpace.done', { count: removed, size }), kind: 'good' });
}

/** Goes on with a run that ended before it was done. */
export async function resumeRun(runId: string): Promise<void> {
  await callHost('runs.resume', { runId });
}

/** Removes one run after asking. */
export async function deleteRun(runId: string, name: string): Promise<void> {
  const reply = await ask({
    title: i18next.t('deleteRun.title'),
    message: i18next.t('deleteRun.message', { name }),
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'delete', label: i18next.t('deleteRun.do'), kind: 'danger' },
    ],
  });
  if (reply?.choice === 'delete') await callHost('runs.delete', { runId });
}

/** Shows a run's folder in the system's file manager. */
export async function openRunFolder(runId: string): Promise<void> {
  const { folder } = await callHost('runs.get', { runId });
  await callHost('host.revealPath', { path: folder });
}

/** Ends a run and its processes. */
export async function stopRun(runId: string): Promise<void> {
  await callHost('runs.stop', { runId });
}
