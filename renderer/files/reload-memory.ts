import { z } from 'zod';
import type { RecoveryInfo } from '../../src/api/results.ts';
import type { AppState } from '../state/app-state.ts';
import { failureOf } from '../state/host-access.ts';
import { getState, store } from '../state/store.ts';
import { activateTab } from '../state/tabs.ts';
import { openFile } from './open.ts';
import { restoreRecovery } from './recovery.ts';

const KEY = 'pipewright.open-tabs';

const memorySchema = z.object({
  tabs: z.array(z.object({ path: z.string().nullable(), recoveryKey: z.string() })),
  active: z.int(),
});

type Memory = z.output<typeof memorySchema>;

/** Keeps in mind what is open, for as long as this browser tab lives, so that loading the page again changes nothing. */
export function rememberOpenTabs(): void {
  remember(getState().documents);
  store.subscribe((state, previous) => {
    const { documents } = state;
    if (documents !== previous.documents) remember(documents);
  });
}

function remember(documents: AppState['documents']): void {
  const tabs = documents.order.flatMap((id) => {
    const tab = documents.tabs.get(id);
    return tab === undefined ? [] : [{ path: tab.file?.path ?? null, recoveryKey: tab.recoveryKey }];
  });
  const active = documents.active === null ? -1 : documents.order.indexOf(documents.active);
  const memory: Memory = { tabs, active };
  sessionStorage.setItem(KEY, JSON.stringify(memory));
}

/** Whether this browser tab has shown the app before. */
export function isKnownTab(): boolean {
  return sessionStorage.getItem(KEY) !== null;
}

/** Opens again what was open before the page was loaded again, with what was not saved. */
export async function reopenTabs(): Promise<void> {
  const memory = readMemory();
  if (memory === null) return;
  for (const { path, recoveryKey } of memory.tabs) {
    try {
      if (isRecoverable(recoveryKey, getState().live.recoveries)) await restoreRecovery(recoveryKey);
      else if (path !== null) await openFile(path);
    } catch (error) {
      // Gone or no longer allowed: it stays closed.
      failureOf(error);
    }
  }
  const active = getState().documents.order[memory.active];
  if (active !== undefined) activateTab(active);
}

function isRecoverable(key: string, recoveries: readonly RecoveryInfo[]): boolean {
  return recoveries.some((entry) => entry.key === key);
}

function readMemory(): Memory | null {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return null;
  try {
    return memorySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
