import i18next from 'i18next';
import type { RunDetail } from '../../../src/api/results.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import type { RunState, TaskRun } from '../../../src/run/run-state.ts';
import { openFile, tabOfPath } from '../../files/open.ts';
import { toast } from '../../parts/toast.tsx';
import { showPanel } from '../../shell/dock.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { callHost } from '../../state/host-access.ts';
import { loadRun, openTaskRun, showRun } from '../../state/runs.ts';
import { getState } from '../../state/store.ts';
import { activateTab, openTab } from '../../state/tabs.ts';
import { showPanelQuietly } from './show-panel.ts';
import { noteStarted, tabThatStarted } from './started-runs.ts';

/** Draws a run over its pipeline: in its tab, in its file, or in the pipeline as it was when it ran. */
export async function showRunInTab(runId: string): Promise<void> {
  const detail = await loadRun(runId);
  const tabId = openTabOf(detail) ?? (await openUnchangedFile(detail)) ?? openStoredDocument(detail);
  openTaskRun(null);
  if (tabId === undefined) {
    openTaskRun({ runId, taskKey: loudestTask(detail.state)?.key ?? '' });
    toast({ message: i18next.t('runList.noDrawing') });
  } else {
    activateTab(tabId);
    showRun(tabId, runId);
  }
  showPanelQuietly('taskRun');
}

/** Shows a run and opens the log of the task that failed first. */
export async function openFailure(runId: string): Promise<void> {
  await showRunInTab(runId);
  const run = getState().live.runs.states.get(runId);
  const task = run === undefined ? undefined : loudestTask(run);
  if (task !== undefined) openTaskRun({ runId, taskKey: task.key });
  showPanel('taskRun');
}

/** The task one would look at first: the one that failed first, else the first that ran. */
export function loudestTask(run: RunState): TaskRun | undefined {
  const tasks = Object.values(run.tasks).filter((task) => task.kind !== 'dag');
  const failed = tasks.filter((task) => task.phase === 'failed');
  return failed.sort((left, right) => (left.endedAt ?? 0) - (right.endedAt ?? 0))[0] ?? tasks[0];
}

function openTabOf({ state, documentPath }: RunDetail): TabId | undefined {
  const { tabs } = getState().documents;
  const started = tabThatStarted(state.id);
  if (started !== undefined && tabs.has(started)) return started;
  return documentPath === undefined ? undefined : tabOfPath(documentPath);
}

/** The run's file, where it still says what ran. */
async function openUnchangedFile({ documentPath, documentText }: RunDetail): Promise<TabId | undefined> {
  if (documentPath === undefined || documentText === undefined) return undefined;
  const file = await callHost('files.read', { path: documentPath }).catch(() => undefined);
  if (file === undefined || meaningOf(file.text) !== meaningOf(documentText)) return undefined;
  await openFile(documentPath);
  return tabOfPath(documentPath);
}

/** What a file says apart from how it is written and where things stand: what two files that run the same agree in. */
function meaningOf(text: string): string | undefined {
  const outcome = parsePipelineFile(text);
  return outcome.ok ? printPipelineFile({ ...outcome.value.document, layout: new Map() }) : undefined;
}

/** The pipeline as it ran, to be looked at. */
function openStoredDocument({ state, documentText }: RunDetail): TabId | undefined {
  const outcome = documentText === undefined ? undefined : parsePipelineFile(documentText);
  if (outcome === undefined || !outcome.ok) return undefined;
  const { document } = outcome.value;
  const tabId = openTab({ document, parsed: outcome.value, untitled: state.name, readOnly: { kind: 'run-document' } });
  noteStarted(state.id, tabId);
  return tabId;
}
