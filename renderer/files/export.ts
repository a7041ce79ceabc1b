import i18next from 'i18next';
import type { CompileTarget } from '../../src/analysis/compile-target.ts';
import { HostError } from '../../src/api/errors.ts';
import { pipelineRecord } from '../../src/model/lookups.ts';
import { sentenceNow } from '../i18n/use-sentence.ts';
import { toast } from '../parts/toast.tsx';
import { showPanel } from '../shell/dock.ts';
import type { TabId } from '../state/documents-slice.ts';
import { callHost } from '../state/host-access.ts';
import { getState } from '../state/store.ts';
import { compileForTargetInWorker } from '../worker/compile-client.ts';
import { folderOf, joinPath } from './paths.ts';
import { pickPath } from './pick-path.ts';

/** Compiles a tab as it is now and writes the IR where the user wants it. Shows the problems where it does not compile. */
export async function exportIr(tabId: TabId): Promise<void> {
  await exportTarget(tabId, 'kfp');
}

/** The same for any target. What only the target refuses is said, since the problems panel does not list it. */
export async function exportTarget(tabId: TabId, target: CompileTarget): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined) return;
  const output = await compileForTargetInWorker({ document: tab.document, target }, `export ${tabId}`);
  if (output === null) return;
  if (output.text === null) {
    const [problem] = output.problems;
    const isOfTarget = problem !== undefined && tab.analysis.counts.error === 0;
    if (!isOfTarget) showPanel('problems');
    const message = isOfTarget
      ? i18next.t('export.targetRefuses', {
          target: i18next.t(`export.target.${target}`),
          reason: sentenceNow(`diagnostic.${problem.code}`, problem.values),
        })
      : i18next.t('export.hasErrors');
    return toast({ message, kind: 'warning' });
  }
  const { live } = getState();
  const folder =
    tab.file === null ? (live.workspaces.at(-1)?.root ?? live.host?.homeFolder ?? '/') : folderOf(tab.file.path);
  const { name } = pipelineRecord(tab.document, tab.document.root);
  await exportText(output.text, joinPath(folder, name + output.extension));
}

/** Writes a text to a file the user chooses. */
export async function exportText(text: string, suggested: string): Promise<void> {
  const path = await pickPath({ kind: 'save-file', suggested, endings: ['.yaml', '.yml', '.json', '.py'] });
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
