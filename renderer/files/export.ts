import i18next from 'i18next';
import { HostError } from '../../src/api/errors.ts';
import { pipelineRecord } from '../../src/model/lookups.ts';
import { toast } from '../parts/toast.tsx';
import { showPanel } from '../shell/dock.ts';
import type { TabId } from '../state/documents-slice.ts';
import { callHost } from '../state/host-access.ts';
import { getState } from '../state/store.ts';
import { compileInWorker } from '../worker/compile-client.ts';
import { folderOf, joinPath } from './paths.ts';
import { pickPath } from './pick-path.ts';

/** Compiles a tab as it is now and writes the IR where the user wants it. Shows the problems where it does not compile. */
export async function exportIr(tabId: TabId): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined) return;
  const output = await compileInWorker(tab.document, `export ${tabId}`);
  if (output === null) return;
  if (output.ir === null) {
    showPanel('problems');
    return toast({ message: i18next.t('export.hasErrors'), kind: 'warning' });
  }
  const { live } = getState();
  const folder =
    tab.file === null ? (live.workspaces.at(-1)?.root ?? live.host?.homeFolder ?? '/') : folderOf(tab.file.path);
  const { name } = pipelineRecord(tab.document, tab.document.root);
  await exportText(output.ir, joinPath(folder, `${name}.yaml`));
}

/** Writes a text to a file the user chooses. */
export async function exportText(text: string, suggested: string): Promise<void> {
  const path = await pickPath({ kind: 'save-file', suggested, endings: ['.yaml', '.yml', '.json'] });
  if (path === null) return;
  await callHost('files.write', { path, text, expectedStamp: await stampOf(path) });
  toast({ message: i18next.t('export.done', { path }), kind: 'good' });
}

async function stampOf(path: string): Promise<string | null> {
  try {
    return (await callHost('files.read', { path })).stamp;
  } catch (error) {
    if (error instanceof HostError && error.failure.code === 'not-found') return null;
    throw error;
  }
}
