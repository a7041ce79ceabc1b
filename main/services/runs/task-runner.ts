import type { LocalHints } from '../../../src/compile/compiled-pipeline.ts';
import type { RunConclusion, TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import type { Engine } from './engine.ts';
import type { LocalFile } from './local-file.ts';
import type { LocalSources, SourceRoots } from './local-sources.ts';
import type { PythonEnvironments, PythonNeeds } from './python-environment.ts';
import type { RunFolder } from './run-folder.ts';
import type { SecretMask } from './secret-mask.ts';
import type { TaskCache } from './task-cache.ts';

/** What every task of a run shares. */
export interface TaskRunner {
  readonly runId: string;
  readonly jobName: string;
  readonly createTime: string;
  readonly folder: RunFolder;
  readonly hints: LocalHints;
  readonly roots: SourceRoots;
  readonly caching: boolean;
  readonly engine: Engine;
  readonly cache: TaskCache;
  readonly environments: PythonEnvironments;
  readonly mask: SecretMask;
  readonly local: LocalFile;
  readonly record: (fact: RunConclusion) => void;
  readonly logGrew: (key: string, attempt: number, size: number) => void;
}

/** How one try of a task came out. `final` failures are not tried again: nothing could change. */
export type TaskOutcome =
  | { readonly kind: 'succeeded'; readonly outputs: TaskOutputs; readonly cachedFrom?: string }
  | { readonly kind: 'failed'; readonly reason: RunReason; readonly exitCode?: number; readonly final: boolean }
  | { readonly kind: 'cancelled' };

/** A task with what stands in for its image on this machine. */
export interface PreparedTask {
  readonly job: TaskJob;
  readonly sources: LocalSources;
  readonly python: PythonNeeds;
}
