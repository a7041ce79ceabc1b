import type { DockviewApi, SerializedDockview } from 'dockview-react';
import type { MethodParams } from '../../src/api/params.ts';
import { callHost } from '../state/host-access.ts';
import { getState, store } from '../state/store.ts';
import { buildDefaultLayout, notePanels, restoreLayout, syncPipelinePanels } from './dock.ts';

const SESSION_KEY = 'layout';
const SAVE_DELAY = 400;

/** Puts the remembered panels back, or the default ones, and remembers every change from then on. */
export async function startLayoutMemory(dock: DockviewApi): Promise<void> {
  const remembered = await readLayout();
  if (remembered === null || !restoreLayout(dock, remembered)) buildDefaultLayout(dock);
  notePanels(dock);
  const { order, active } = getState().documents;
  syncPipelinePanels(order, active);
  rememberChanges(dock);
}

function rememberChanges(dock: DockviewApi): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const value = dock.toJSON() as unknown as MethodParams<'session.write'>['value'];
      // What cannot be remembered now will be with the next change.
      callHost('session.write', { key: SESSION_KEY, value }).catch(() => undefined);
    }, SAVE_DELAY);
  };
  dock.onDidLayoutChange(remember);
  // The dock does not count showing or hiding a part as a change.
  store.subscribe((state, previous) => {
    if (state.view.panels !== previous.view.panels) remember();
  });
}

async function readLayout(): Promise<SerializedDockview | null> {
  try {
    const { value } = await callHost('session.read', { key: SESSION_KEY });
    return value === null ? null : (value as unknown as SerializedDockview);
  } catch {
    return null;
  }
}
