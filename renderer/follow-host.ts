import i18next from 'i18next';
import { runHostAction } from './commands/host-actions.ts';
import { endWhenAsked } from './files/end-window.ts';
import { onFileChanged } from './files/file-changes.ts';
import { openTargets } from './files/open.ts';
import type { PageHost } from './host.ts';
import { toast } from './parts/toast.tsx';
import { applyCatalogChange, loadCatalog } from './state/catalog.ts';
import { patchLive } from './state/change-slices.ts';
import { callHost } from './state/host-access.ts';
import { applyRunEvent, applyRunListChange, loadRuns, reloadRuns } from './state/runs.ts';
import { loadSettings } from './state/settings.ts';
import { getState } from './state/store.ts';

/** Takes in everything the host tells, for as long as the page lives. */
export function followHost(host: PageHost): void {
  host.onConnectionChange(({ state, missedEvents }) => {
    patchLive({ connection: state });
    const { started, host: known } = getState().live;
    // What could not be read when the page was opened is read when the line is there.
    const isBehind = state === 'online' && started && known === null;
    if (missedEvents || isBehind) void readAgain();
  });
  host.subscribe('catalog.changed', applyCatalogChange);
  host.subscribe('settings.changed', ({ settings }) => patchLive({ settings }));
  host.subscribe('run.changed', applyRunEvent);
  host.subscribe('runs.listChanged', applyRunListChange);
  host.subscribe('file.changed', (change) => void onFileChanged(change));
  host.subscribe('host.open', ({ targets }) => void openTargets(targets));
  host.subscribe('host.action', ({ actionId }) => runHostAction(actionId));
  host.subscribe('host.endingSoon', ({ activeRuns }) =>
    toast({ message: i18next.t('ending.soon', { count: activeRuns }), kind: 'warning', id: 'ending' }),
  );
  host.subscribe('host.closeRequested', () => void endWhenAsked());
}

/** Reads what the panels show. */
export async function loadFromHost(): Promise<void> {
  const [host, workspaces, recent, examples, recoveries] = await Promise.all([
    callHost('host.info', {}),
    callHost('workspace.list', {}),
    callHost('recent.list', {}),
    callHost('examples.list', {}),
    callHost('recovery.list', {}),
  ]);
  patchLive({
    host,
    workspaces: workspaces.workspaces,
    recent: recent.items,
    examples: examples.examples,
    recoveries: recoveries.entries,
  });
  await Promise.all([loadCatalog(), loadRuns()]);
}

async function readAgain(): Promise<void> {
  try {
    await Promise.all([loadSettings(), loadFromHost(), reloadRuns()]);
  } catch {
    // The line broke again; the next connection reads again.
  }
}
