import type { CatalogEntry, ComponentProblem } from '../catalog/component-description.ts';
import type { RunChange } from '../run/run-change.ts';
import type { LaunchTarget, RunSummary } from './results.ts';
import type { Settings } from './settings.ts';

/** What a host tells its clients unasked. */
export interface HostEvents {
  'catalog.changed': {
    readonly changed: readonly CatalogEntry[];
    readonly removed: readonly string[];
    readonly notes: readonly ComponentProblem[];
  };
  /** `stamp` is null when the file is gone. */
  'file.changed': { readonly path: string; readonly stamp: string | null };
  'workspace.pipelinesChanged': { readonly root: string };
  'settings.changed': { readonly settings: Settings };
  /** Only what changed; apply with `applyRunChange`. */
  'run.changed': RunChange;
  'run.logGrew': { readonly runId: string; readonly taskKey: string; readonly attempt: number; readonly size: number };
  'runs.listChanged': { readonly changed: readonly RunSummary[]; readonly removed: readonly string[] };
  'host.open': { readonly targets: readonly LaunchTarget[] };
  'host.action': { readonly actionId: string };
  /** The window wants to close; the page answers by saving or by asking. */
  'host.closeRequested': { readonly requestId: string };
  /** Somebody asked the host to end while runs are going. */
  'host.endingSoon': { readonly activeRuns: number };
}

export type EventName = keyof HostEvents;

/** The run-time list of events. */
export const EVENT_NAMES = [
  'catalog.changed',
  'file.changed',
  'workspace.pipelinesChanged',
  'settings.changed',
  'run.changed',
  'run.logGrew',
  'runs.listChanged',
  'host.open',
  'host.action',
  'host.closeRequested',
  'host.endingSoon',
] as const satisfies readonly EventName[];
