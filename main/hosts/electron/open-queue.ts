import type { App } from 'electron';
import type { LaunchTarget } from '../../../src/api/results.ts';
import { findLaunchTarget } from '../shared/launch-targets.ts';
import { readLaunchArguments } from './launch-arguments.ts';

/** Who gets what the desktop asks to open. */
export type OpenTargets = (targets: readonly LaunchTarget[]) => void;

/** Gathers requests to open something from before the host is there. */
export interface OpenQueue {
  /** From now on requests go to `open`, those that wait first. */
  start(open: OpenTargets): void;
}

/**
 * Files come from the desktop in three ways: as `open-file` (macOS, even before the app is ready), with the first
 * command line, and with that of a second instance. The first command line is read by `main.ts`.
 */
export function createOpenQueue(app: Pick<App, 'on' | 'isPackaged'>, onSecondInstance: () => void): OpenQueue {
  let waiting: readonly LaunchTarget[] = [];
  let open: OpenTargets | undefined;

  function tell(targets: readonly LaunchTarget[]): void {
    if (open) open(targets);
    else waiting = [...waiting, ...targets];
  }

  app.on('open-file', (event, path) => {
    event.preventDefault();
    findLaunchTarget(path, '/').then(
      (target) => tell([target]),
      () => undefined,
    );
  });
  app.on('second-instance', (_event, argv, folder) => {
    onSecondInstance();
    void readLaunchArguments(argv, folder, app.isPackaged).then(tell);
  });
  return {
    start: (receiver) => {
      open = receiver;
      if (waiting.length > 0) receiver(waiting);
      waiting = [];
    },
  };
}
