import type {
  ExampleInfo,
  HostInfo,
  RecentItem,
  RecoveryInfo,
  RunSummary,
  WorkspaceInfo,
} from '../../src/api/results.ts';
import type { Settings } from '../../src/api/settings.ts';
import type { CatalogEntry, ComponentProblem } from '../../src/catalog/component-description.ts';
import type { RunState } from '../../src/run/run-state.ts';
import type { ConnectionState } from '../host.ts';
import type { TabId } from './documents-slice.ts';

export interface LiveSlice {
  /** What the program was started with has been read and opened, or could not be. */
  readonly started: boolean;
  readonly connection: ConnectionState;
  /** Null until the host has answered. */
  readonly host: HostInfo | null;
  readonly settings: Settings;
  readonly settingsFile: SettingsFile | null;
  readonly catalog: CatalogState;
  readonly runs: RunsState;
  readonly workspaces: readonly WorkspaceInfo[];
  readonly recent: readonly RecentItem[];
  readonly examples: readonly ExampleInfo[];
  /** Copies of work that was not saved when the app last ended. */
  readonly recoveries: readonly RecoveryInfo[];
}

export interface SettingsFile {
  readonly path: string;
  /** What is wrong with the file, where something is. */
  readonly problem?: string;
}

export interface CatalogState {
  /** By path. */
  readonly entries: ReadonlyMap<string, CatalogEntry>;
  readonly notes: readonly ComponentProblem[];
  readonly loaded: boolean;
}

export interface RunsState {
  /** Newest first. */
  readonly list: readonly RunSummary[];
  /** States of the runs that are looked at. */
  readonly states: ReadonlyMap<string, RunState>;
  /** The run whose states are drawn over a tab's tasks. */
  readonly shown: ReadonlyMap<TabId, string>;
  /** The task whose log and outputs are shown. */
  readonly openTask: OpenTaskRun | null;
}

export interface OpenTaskRun {
  readonly runId: string;
  /** Key in `RunState.tasks`. */
  readonly taskKey: string;
}
