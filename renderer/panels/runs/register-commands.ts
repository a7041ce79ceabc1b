import { bindCommands, type CommandContext } from '../../commands/binding.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { showRun } from '../../state/runs.ts';
import { announceEndedRuns } from './announce-runs.ts';
import { followSelection } from './follow-selection.ts';
import { openSelectedLog, runAgain, runFromHere, startRun, stopShownRun } from './run-commands.ts';

/** Binds the commands that start, stop and show runs, and starts what follows them by itself. */
export function registerRunCommands(): void {
  bindCommands({
    'run.start': onTab(startRun),
    'run.again': onTab(runAgain),
    'run.fromHere': onTab(runFromHere),
    'run.stop': onTab(stopShownRun),
    'run.hide': onTab((tabId) => showRun(tabId, null)),
    'run.openLog': onTab(openSelectedLog),
  });
  announceEndedRuns();
  followSelection();
}

function onTab(work: (tabId: TabId) => void | Promise<void>): (context: CommandContext) => Promise<void> {
  return async ({ tabId }) => {
    if (tabId !== null) await work(tabId);
  };
}
