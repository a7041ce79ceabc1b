import type { TabId } from '../../state/documents-slice.ts';

const tabOfRun = new Map<string, TabId>();

/** Notes that a run was started from a tab of this page. */
export function noteStarted(runId: string, tabId: TabId): void {
  tabOfRun.set(runId, tabId);
}

/** The tab a run was started from, as long as the page lives. */
export function tabThatStarted(runId: string): TabId | undefined {
  return tabOfRun.get(runId);
}
