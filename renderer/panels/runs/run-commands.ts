import i18next from 'i18next';
import type { RunDetail } from '../../../src/api/results.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { documentPathOfTask } from '../../../src/model/document-path.ts';
import type { LayoutKey, TaskId } from '../../../src/model/ids.ts';
import type { RunState } from '../../../src/run/run-state.ts';
import { toast } from '../../parts/toast.tsx';
import { showPanel } from '../../shell/dock.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { callHost } from '../../state/host-access.ts';
import { loadRun, openTaskRun } from '../../state/runs.ts';
import { getState } from '../../state/store.ts';
import { taskRunsAt } from '../../state/task-runs.ts';
import { readForm, startEntries, type Values } from './field-entries.ts';
import { type FormField, listArtifactInputs, listFormFields } from './form-fields.ts';
import { launch, refuseErrors } from './launch.ts';
import { openRunForm } from './prepared-runs.ts';
import { readRemembered } from './remembered-values.ts';
import type { RunReuse } from './run-request.ts';

/** Runs a tab's pipeline: at once where it has no parameters and nothing is to be asked, else by the run form. */
export async function startRun(tabId: TabId): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || refuseErrors(tab)) return;
  if (listFormFields(tab.document).length + listArtifactInputs(tab.document).length > 0) return openRunForm(tabId);
  await launchOrAsk(tabId, { values: {} });
}

/** Runs again what a tab shows, with the same values. Secret ones were not kept and are asked for. */
export async function runAgain(tabId: TabId): Promise<void> {
  const detail = await shownDetail(tabId);
  if (detail !== undefined) await repeat(tabId, detail, undefined);
}

/** Runs the selected tasks and what comes after them, with the outputs of the shown run for everything before. */
export async function runFromHere(tabId: TabId): Promise<void> {
  const detail = await shownDetail(tabId);
  if (detail === undefined) return;
  const from = selectedTaskPaths(tabId).map((path) => taskRunsAt(detail.state, path)[0]?.key ?? path);
  if (from.length > 0) await repeat(tabId, detail, { runId: detail.state.id, from });
}

/** Stops the run a tab shows. */
export async function stopShownRun(tabId: TabId): Promise<void> {
  const run = shownRunOf(tabId);
  if (run !== undefined) await callHost('runs.stop', { runId: run.id });
}

/** Opens the log of the selected task. */
export function openSelectedLog(tabId: TabId): void {
  const run = shownRunOf(tabId);
  const [path] = selectedTaskPaths(tabId);
  if (run === undefined || path === undefined) return;
  const [task] = taskRunsAt(run, path);
  if (task === undefined) {
    toast({ message: i18next.t('taskView.notInRun', { run: run.name }) });
    return;
  }
  openTaskRun({ runId: run.id, taskKey: task.key });
  showPanel('taskRun');
}

/** The document paths of the selected tasks, as they are reached from the root. */
export function selectedTaskPaths(tabId: TabId): readonly string[] {
  const { documents, view } = getState();
  const document = documents.tabs.get(tabId)?.document;
  const tabView = view.byTab.get(tabId);
  if (document === undefined || tabView === undefined) return [];
  const tasks = [...tabView.selection.nodes].filter((key) => isTaskKey(document, key));
  return tasks.map((task) => documentPathOfTask(document, task as TaskId, tabView.through));
}

function isTaskKey(document: PipelineDocument, key: LayoutKey): boolean {
  return document.tasks.has(key as TaskId);
}

function shownRunOf(tabId: TabId): RunState | undefined {
  const { shown, states } = getState().live.runs;
  const runId = shown.get(tabId);
  return runId === undefined ? undefined : states.get(runId);
}

async function shownDetail(tabId: TabId): Promise<RunDetail | undefined> {
  const runId = getState().live.runs.shown.get(tabId);
  return runId === undefined ? undefined : await loadRun(runId);
}

async function repeat(tabId: TabId, detail: RunDetail, reuse: RunReuse | undefined): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || refuseErrors(tab)) return;
  const fields = listFormFields(tab.document);
  const { values, problems } = readForm(fields, startEntries(fields, detail.parameters));
  const form = { values: detail.parameters, ...(reuse === undefined ? {} : { reuse }) };
  if (asksAgain(fields, problems)) return openRunForm(tabId, form);
  await launchOrAsk(tabId, { ...form, values });
}

/** A secret was not kept, and a parameter may have become another one since. */
function asksAgain(fields: readonly FormField[], problems: object): boolean {
  return fields.some((field) => field.secret) || Object.keys(problems).length > 0;
}

async function launchOrAsk(tabId: TabId, form: { readonly values: Values; readonly reuse?: RunReuse }): Promise<void> {
  const path = getState().documents.tabs.get(tabId)?.file?.path ?? null;
  const { caching, parallelism } = await readRemembered(path);
  const outcome = await launch(tabId, { ...form, caching, parallelism });
  if (outcome.kind === 'asks' || outcome.kind === 'wrong-values') openRunForm(tabId, form);
}
