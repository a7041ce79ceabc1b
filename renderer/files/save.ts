import i18next from 'i18next';
import { HostError } from '../../src/api/errors.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { ask } from '../dialogs/questions.ts';
import { toast } from '../parts/toast.tsx';
import { patchTab } from '../state/change-slices.ts';
import { rebaseOrigins } from '../state/component-origin.ts';
import type { DocumentTab, TabId } from '../state/documents-slice.ts';
import { endGesture } from '../state/edits.ts';
import { callHost } from '../state/host-access.ts';
import { loadRecent } from '../state/recent.ts';
import { getState } from '../state/store.ts';
import { isDirty, replaceDocument, savedPointOf, titleOfTab } from '../state/tabs.ts';
import { folderOf, joinPath, nameOf, withPipelineEnding } from './paths.ts';
import { pickPath } from './pick-path.ts';
import { dropRecovery } from './recovery.ts';

/** Saves a tab, asking for a file name where it has none. False when the user gave up or the file was newer. */
export async function saveTab(tabId: TabId): Promise<boolean> {
  const tab = tabOf(tabId);
  if (tab === undefined) return false;
  if (tab.file === null) return await saveTabAs(tabId);
  if (!isDirty(tab) && tab.conflict === null) return true;
  return await write(tabId, tab.file.path, tab.file.stamp);
}

/** Saves every tab with changes. */
export async function saveAll(): Promise<void> {
  for (const tab of getState().documents.tabs.values()) {
    if (isDirty(tab) && tab.readOnly === null) await saveTab(tab.id);
  }
}

/** Saves a tab under a name that the user chooses, and goes on with that file. */
export async function saveTabAs(tabId: TabId): Promise<boolean> {
  const tab = tabOf(tabId);
  if (tab === undefined) return false;
  const path = await pickPath({ kind: 'save-file', suggested: suggestedPath(tab), endings: ['.yaml', '.yml'] });
  if (path === null) return false;
  const target = joinPath(folderOf(path), withPipelineEnding(nameOf(path)));
  const before = tab.file?.path;
  const saved = await write(tabId, target, await stampOnDisk(target));
  if (!saved) return false;
  patchTab(tabId, { readOnly: null });
  if (before !== undefined && before !== target) await letGo(before);
  await callHost('files.claim', { path: target });
  await callHost('files.watch', { path: target });
  await callHost('recent.add', { path: target, kind: 'file' });
  await loadRecent();
  return true;
}

/** Writes a tab over whatever is on the disk: the user's choice in a conflict. */
export async function saveOver(tabId: TabId): Promise<void> {
  const tab = tabOf(tabId);
  if (tab?.file) await write(tabId, tab.file.path, await stampOnDisk(tab.file.path));
}

/** Loads a tab's file again and drops what was not saved: the other choice. Ids stay, so the selection does too. */
export async function reloadTab(tabId: TabId): Promise<void> {
  const tab = tabOf(tabId);
  if (tab?.file == null) return;
  const file = await callHost('files.read', { path: tab.file.path });
  const outcome = parsePipelineFile(file.text, { previous: tab.document });
  if (!outcome.ok) return patchTab(tabId, { conflict: { stamp: file.stamp } });
  replaceDocument(tabId, outcome.value, { path: file.path, stamp: file.stamp });
  await dropRecovery(tab.recoveryKey);
}

/** Gives a tab's file another name in its folder. */
export async function renameFile(tabId: TabId): Promise<void> {
  const tab = tabOf(tabId);
  if (tab?.file == null) return;
  const { path, stamp } = tab.file;
  const reply = await ask({
    title: i18next.t('rename.title'),
    message: '',
    text: {
      label: i18next.t('rename.label'),
      initial: nameOf(path),
      problemWith: (name) => (/^[^\\/]+$/.test(name.trim()) ? null : i18next.t('rename.problem')),
    },
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'rename', label: i18next.t('rename.do'), kind: 'main' },
    ],
  });
  if (reply?.choice !== 'rename') return;
  const newPath = joinPath(folderOf(path), withPipelineEnding(reply.text.trim()));
  if (newPath === path) return;
  const renamed = await callHost('files.rename', { path, newPath });
  patchTab(tabId, { file: { path: renamed.path, stamp } });
  await callHost('recent.remove', { path });
  await callHost('recent.add', { path: renamed.path, kind: 'file' });
  await loadRecent();
}

/** Lets go of a file that no tab shows any more. */
export async function letGo(path: string): Promise<void> {
  await Promise.all([callHost('files.unwatch', { path }), callHost('files.release', { path })]);
}

/** Writes a tab as it is now. What is edited while the file is being written stays unsaved. */
async function write(tabId: TabId, path: string, expectedStamp: string | null): Promise<boolean> {
  endGesture(tabId);
  const tab = tabOf(tabId);
  if (tab === undefined) return false;
  if (tab.damaged && path === tab.file?.path && !(await mayOverwriteDamaged(tab))) return false;
  const saved = savedPointOf(tab);
  const before = tab.file?.path ?? null;
  const text = printPipelineFile(rebaseOrigins(tab.document, before, path), tab.source ?? undefined);
  try {
    const { stamp } = await callHost('files.write', { path, text, expectedStamp });
    patchTab(tab.id, {
      document: rebaseOrigins(tabOf(tabId)?.document ?? tab.document, before, path),
      saved,
      file: { path, stamp },
      source: sourceOf(text, tab),
      damaged: false,
      fileProblems: [],
      conflict: null,
    });
    await dropRecovery(tab.recoveryKey);
    return true;
  } catch (error) {
    if (!(error instanceof HostError) || error.failure.code !== 'conflict') throw error;
    patchTab(tab.id, { conflict: { stamp: await stampOnDisk(path) } });
    toast({ message: i18next.t('conflict.notSaved', { title: titleOfTab(tab) }), kind: 'warning' });
    return false;
  }
}

/** What was written is what the next save must keep. */
function sourceOf(text: string, tab: DocumentTab): DocumentTab['source'] {
  const outcome = parsePipelineFile(text, { previous: tab.document });
  return outcome.ok ? outcome.value.source : null;
}

async function mayOverwriteDamaged(tab: DocumentTab): Promise<boolean> {
  const reply = await ask({
    title: i18next.t('damaged.title'),
    message: i18next.t('damaged.message', { title: titleOfTab(tab) }),
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'overwrite', label: i18next.t('damaged.overwrite'), kind: 'danger' },
    ],
  });
  return reply?.choice === 'overwrite';
}

async function stampOnDisk(path: string): Promise<string | null> {
  try {
    return (await callHost('files.read', { path })).stamp;
  } catch (error) {
    if (error instanceof HostError && error.failure.code === 'not-found') return null;
    throw error;
  }
}

function suggestedPath(tab: DocumentTab): string {
  if (tab.file !== null) return tab.file.path;
  const { live } = getState();
  const folder = live.workspaces.at(-1)?.root ?? live.host?.homeFolder ?? '/';
  const root = tab.document.pipelines.get(tab.document.root);
  return joinPath(folder, withPipelineEnding(root?.name ?? 'pipeline'));
}

function tabOf(tabId: TabId): DocumentTab | undefined {
  return getState().documents.tabs.get(tabId);
}
