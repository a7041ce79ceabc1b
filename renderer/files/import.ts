import i18next from 'i18next';
import type { ImportResult } from '../../src/api/results.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { perform } from '../commands/run-command.ts';
import { ask } from '../dialogs/questions.ts';
import { callHost } from '../state/host-access.ts';
import { openDialog } from '../state/looking.ts';
import { openTab } from '../state/tabs.ts';
import { placeUnplaced } from '../worker/request-layout.ts';
import { nameOf } from './paths.ts';
import { pickPath } from './pick-path.ts';
import { startFolder } from './start-folder.ts';

/** What files of other programs end in. */
const ENDINGS = ['.yaml', '.yml', '.json', '.pipeline', '.zip', '.gz'];

/** Lets the user choose a file of another program and opens it as a new pipeline. */
export async function importWithDialog(): Promise<void> {
  const path = await pickPath({ kind: 'open-file', endings: ENDINGS, ...startFolder() });
  if (path !== null) await importPath(path);
}

/** Opens a file of another program as a new pipeline without a file of its own. */
export async function importPath(path: string): Promise<void> {
  showImported(await callHost('import.read', { path }), nameOf(path));
}

/** The same for a text that was dropped or pasted. */
export async function importText(text: string, name: string): Promise<void> {
  showImported(await callHost('import.read', { text }), name);
}

/**
 * Asks whether a file that is no pipeline of ours is to be imported; false where it cannot be. Does not wait for the
 * answer: what else was asked for opens meanwhile.
 */
export async function offerImport(path: string): Promise<boolean> {
  const result = await callHost('import.read', { path });
  if (result.imported) void perform(() => askToImport(result, nameOf(path)));
  return result.imported;
}

async function askToImport(result: ImportResult & { readonly imported: true }, name: string): Promise<void> {
  const answer = await ask({
    title: i18next.t('import.offerTitle'),
    message: i18next.t('import.offer', { name, kind: i18next.t(`import.kind.${result.kind}`) }),
    choices: [
      { id: 'cancel', label: i18next.t('common.cancel') },
      { id: 'import', label: i18next.t('import.do'), kind: 'main' },
    ],
  });
  if (answer?.choice === 'import') showImported(result, name);
}

/** A new tab with the pipeline, then what was lost or changed; only the reasons where there is no pipeline. */
function showImported(result: ImportResult, name: string): void {
  const { notes } = result;
  if (!result.imported) {
    openDialog({ kind: 'import-notes', name, notes, imported: false });
    return;
  }
  const outcome = parsePipelineFile(result.text);
  if (!outcome.ok) throw new Error(`An imported text that cannot be read: ${outcome.error.code}`);
  const tabId = openTab({
    document: outcome.value.document,
    untitled: result.title,
    unsaved: true,
    imported: { name, notes },
  });
  void perform(() => placeUnplaced(tabId));
  if (notes.length > 0) openDialog({ kind: 'import-notes', name, notes, imported: true });
}
