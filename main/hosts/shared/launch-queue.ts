import type { Emit } from '../../../src/api/host.ts';
import type { LaunchTarget } from '../../../src/api/results.ts';

/** What is to be opened: kept until a page is ready for it, told at once from then on. */
export interface LaunchQueue {
  open(targets: readonly LaunchTarget[]): void;
  /** A page is ready: takes what waits. */
  drain(): readonly LaunchTarget[];
}

export function createLaunchQueue(first: readonly LaunchTarget[], emit: Emit): LaunchQueue {
  let waiting: readonly LaunchTarget[] = first;
  let isReady = false;
  return {
    open: (targets) => {
      if (targets.length === 0) return;
      if (isReady) emit('host.open', { targets });
      else waiting = [...waiting, ...targets];
    },
    drain: () => {
      isReady = true;
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
