import i18next from 'i18next';
import { HostError } from '../../../src/api/errors.ts';
import type { InvalidArgumentsData, RunPreflight } from '../../../src/api/results.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { toast } from '../../parts/toast.tsx';
import { showPanel } from '../../shell/dock.ts';
import type { DocumentTab, TabId } from '../../state/documents-slice.ts';
import { callHost } from '../../state/host-access.ts';
import { loadRun, openTaskRun, showRun } from '../../state/runs.ts';
import { getState } from '../../state/store.ts';
import { buildRunRequest, type RunChoices } from './run-request.ts';
import { showPanelQuietly } from './show-panel.ts';
import { noteStarted } from './started-runs.ts';

/** What came of wanting a run. */
export type LaunchOutcome =
  | { readonly kind: 'started'; readonly runId: string }
  /** The user has to agree to what would be executed, or to go on without something. */
  | { readonly kind: 'asks'; readonly preflight: RunPreflight }
  | { readonly kind: 'wrong-values'; readonly problems: { readonly [name: string]: RunReason } }
  /** The problems panel says what is wrong. */
  | { readonly kind: 'invalid-pipeline' };

/** Says and shows that a document cannot run as it is. False when there are no errors in it. */
export function refuseErrors(tab: DocumentTab): boolean {
  const { error } = tab.analysis.counts;
  if (error === 0) return false;
  showErrors(error);
  return true;
}

/** Starts a run of a tab, if nothing is left to be asked. */
export async function launch(tabId: TabId, choices: RunChoices): Promise<LaunchOutcome> {
  return await attempt(tabId, async (tab) => {
    const preflight = await callHost('runs.preflight', requestOf(tab, choices));
    if (!preflight.trusted || preflight.problems.length > 0) return { kind: 'asks', preflight };
    return await start(tab, choices);
  });
}

/** Starts a run after the user has agreed to what the preflight said. */
export async function launchAgreed(tabId: TabId, choices: RunChoices, preflight: RunPreflight): Promise<LaunchOutcome> {
  return await attempt(tabId, async (tab) => {
    if (!preflight.trusted) await callHost('runs.trust', { root: preflight.trustRoot });
    return await start(tab, choices);
  });
}

async function attempt(tabId: TabId, work: (tab: DocumentTab) => Promise<LaunchOutcome>): Promise<LaunchOutcome> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || refuseErrors(tab)) return { kind: 'invalid-pipeline' };
  try {
    return await work(tab);
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === undefined) throw error;
    return refused;
  }
}

function refusalOf(error: unknown): LaunchOutcome | undefined {
  if (!(error instanceof HostError)) return undefined;
  const { code, data } = error.failure;
  if (code === 'invalid-arguments') {
    return { kind: 'wrong-values', problems: (data as InvalidArgumentsData | undefined)?.parameters ?? {} };
  }
  if (code !== 'invalid-pipeline') return undefined;
  showErrors(0);
  return { kind: 'invalid-pipeline' };
}

function requestOf(tab: DocumentTab, choices: RunChoices) {
  const { workspaces, settings } = getState().live;
  return buildRunRequest(tab, choices, { workspaces, engine: settings.engine });
}

async function start(tab: DocumentTab, choices: RunChoices): Promise<LaunchOutcome> {
  const { runId } = await callHost('runs.start', requestOf(tab, choices));
  noteStarted(runId, tab.id);
  await loadRun(runId);
  openTaskRun(null);
  showRun(tab.id, runId);
  showPanelQuietly('taskRun');
  return { kind: 'started', runId };
}

/** `count` 0: how many is not known here. */
function showErrors(count: number): void {
  showPanel('problems');
  toast({
    message: count === 0 ? i18next.t('runStart.invalid') : i18next.t('runStart.hasErrors', { count }),
    kind: 'error',
    id: 'run-errors',
  });
}
