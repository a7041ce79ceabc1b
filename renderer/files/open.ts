import i18next from 'i18next';
import { HostError } from '../../src/api/errors.ts';
import type { FileText, LaunchTarget } from '../../src/api/results.ts';
import { type ParsedFile, parsePipelineFile } from '../../src/file/parse-file.ts';
import { createDocument } from '../../src/model/create-document.ts';
import { perform } from '../commands/run-command.ts';
import { sentenceNow } from '../i18n/use-sentence.ts';
import { toast, toastFailure } from '../parts/toast.tsx';
import { patchDocuments, patchLive } from '../state/change-slices.ts';
import type { ReadOnlyReason, TabId } from '../state/documents-slice.ts';
import { callHost, failureOf } from '../state/host-access.ts';
import { loadRecent, loadWorkspaces } from '../state/recent.ts';
import { getState } from '../state/store.ts';
import { activateTab, openTab } from '../state/tabs.ts';
import { placeUnplaced } from '../worker/request-layout.ts';
import { offerImport } from './import.ts';
import { folderOf, nameOf } from './paths.ts';
import { pickPath } from './pick-path.ts';
import { startFolder } from './start-folder.ts';

/** Opens an empty pipeline that has no file yet. */
export function newPipeline(): TabId {
  const titles = new Set([...getState().documents.tabs.values()].map((tab) => tab.untitled));
  let number = 1;
  while (titles.has(i18next.t('tabs.untitledNumber', { number }))) number += 1;
  const untitled = i18next.t('tabs.untitledNumber', { number });
  return openTab({ document: createDocument({ name: `pipeline-${number}` }), untitled });
}

/** Lets the user choose a pipeline file and opens it. */
export async function openWithDialog(): Promise<void> {
  const path = await pickPath({ kind: 'open-file', endings: ['.yaml', '.yml'], ...startFolder() });
  if (path !== null) await openFile(path);
}

/** Lets the user choose a folder and opens it: its components join the catalog. */
export async function openFolderWithDialog(): Promise<void> {
  const path = await pickPath({ kind: 'open-folder', ...startFolder() });
  if (path !== null) await openFolder(path);
}

/** Opens a folder, and its pipeline when it holds exactly one. */
export async function openFolder(path: string): Promise<void> {
  const { root } = await allowed(path, 'open-folder', () => callHost('workspace.open', { path }));
  await callHost('recent.add', { path: root, kind: 'folder' });
  await Promise.all([loadWorkspaces(), loadRecent()]);
  const { pipelines } = await callHost('workspace.pipelines', { root });
  const [only] = pipelines;
  if (only !== undefined && pipelines.length === 1) await openFile(only.path);
}

/** Opens a copy of an example or template, with its folder. */
export async function openExample(id: string): Promise<void> {
  const { root, file } = await callHost('examples.open', { id });
  await callHost('workspace.open', { path: root });
  await Promise.all([loadWorkspaces(), openFile(file)]);
}

/** Opens what the program was asked for. What fails is said; the others open. */
export async function openTargets(targets: readonly LaunchTarget[]): Promise<void> {
  for (const { kind, path } of targets) {
    try {
      await (kind === 'folder' ? openFolder(path) : openFileWithFolder(path));
    } catch (error) {
      toastFailure(failureOf(error));
    }
  }
}

/** Opens a file, and its folder where the host allows that: the components beside it join the catalog. */
async function openFileWithFolder(path: string): Promise<void> {
  await openFile(path);
  try {
    await callHost('workspace.open', { path: folderOf(path) });
    await loadWorkspaces();
  } catch (error) {
    if (failureOf(error).failure.code !== 'outside-workspace') throw error;
  }
}

/** Opens the file that was closed last. */
export async function reopenClosed(): Promise<void> {
  const { closed } = getState().documents;
  const [last, ...rest] = closed;
  if (last === undefined) return;
  patchDocuments({ closed: rest });
  await openFile(last.path);
}

/** Opens a pipeline file, or brings its tab to the front. */
export async function openFile(path: string): Promise<void> {
  const file = await allowed(path, 'open-file', () => callHost('files.read', { path }));
  const open = tabOfPath(file.path);
  if (open !== undefined) return activateTab(open);
  const { claimed } = await callHost('files.claim', { path: file.path });
  if (!(await showFile(file, claimed))) {
    await callHost('files.release', { path: file.path });
    return;
  }
  await callHost('files.watch', { path: file.path });
  await callHost('recent.add', { path: file.path, kind: 'file' });
  await loadRecent();
}

/** The tab that has a file open. */
export function tabOfPath(path: string): TabId | undefined {
  return [...getState().documents.tabs.values()].find((tab) => tab.file?.path === path)?.id;
}

/** Shows a file's pipeline in a tab. Where there is none in it, offers to import it or says why, and is false. */
async function showFile(file: FileText, claimed: boolean): Promise<boolean> {
  const outcome = parsePipelineFile(file.text);
  if (!outcome.ok) {
    // A file of another program may still be imported.
    if (outcome.error.code === 'not-a-pipeline' && (await offerImport(file.path))) return false;
    const reason = sentenceNow(`file.${outcome.error.code}`, outcome.error.values);
    toast({ message: i18next.t('open.refused', { name: nameOf(file.path), reason }), kind: 'error' });
    return false;
  }
  const parsed = outcome.value;
  const readOnly = reasonOf(file, parsed, claimed);
  const tabId = openTab({
    document: parsed.document,
    parsed,
    file: { path: file.path, stamp: file.stamp },
    ...(readOnly === undefined ? {} : { readOnly }),
  });
  void perform(() => placeUnplaced(tabId));
  return true;
}

function reasonOf(file: FileText, parsed: ParsedFile, claimed: boolean): ReadOnlyReason | undefined {
  if (parsed.readOnly !== undefined) return { kind: parsed.readOnly };
  if (!claimed) return { kind: 'claimed-elsewhere' };
  return file.readOnly ? { kind: 'read-only-file' } : undefined;
}

/** A path the host does not know yet (a recent one) is chosen again for the user, where the host allows that. */
async function allowed<Result>(
  path: string,
  kind: 'open-file' | 'open-folder',
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const isOutside = error instanceof HostError && error.failure.code === 'outside-workspace';
    if (!isOutside || getState().live.host?.capabilities.includes('folder-browser') !== true) throw error;
    await callHost('dialog.choose', { path, kind });
    return await work();
  }
}

/** Forgets a recent file or folder. */
export async function forgetRecent(path: string): Promise<void> {
  patchLive({ recent: getState().live.recent.filter((item) => item.path !== path) });
  await callHost('recent.remove', { path });
}
