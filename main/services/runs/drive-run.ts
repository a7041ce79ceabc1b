import type { HostEvents } from '../../../src/api/events.ts';
import type { LocalHints } from '../../../src/compile/compiled-pipeline.ts';
import type { PipelineSpec, PlatformSpec } from '../../../src/compile/kfp/ir.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import type { TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import { describeRunNotes } from '../../../src/run/platform/run-notes.ts';
import type { RunState } from '../../../src/run/run-state.ts';
import type { RunProgressBefore } from '../../../src/run/schedule/scheduler.ts';
import type { Logger } from '../log/logger.ts';
import { type ActiveRun, startActiveRun } from './active-run.ts';
import type { Engines } from './choose-engine.ts';
import { openEventLog } from './event-log.ts';
import type { LocalFile } from './local-file.ts';
import { sourceRootsOf } from './local-sources.ts';
import type { PythonEnvironments } from './python-environment.ts';
import type { RunFolder } from './run-folder.ts';
import type { RunMeta } from './run-meta.ts';
import { planTasks } from './run-store.ts';
import { createSecretMask } from './secret-mask.ts';
import type { TaskCache } from './task-cache.ts';

/** What every run of this program shares. */
export interface DriveDeps {
  readonly runsFolder: string;
  readonly builtInCatalog: string;
  readonly engines: Engines;
  readonly cache: TaskCache;
  readonly environments: PythonEnvironments;
  readonly logger: Logger;
  readonly now: () => number;
  readonly changed: (change: HostEvents['run.changed']) => void;
  readonly logGrew: (runId: string, key: string, attempt: number, size: number) => void;
}

/** A run whose folder is written. */
export interface DrivenRun {
  readonly meta: RunMeta;
  readonly folder: RunFolder;
  readonly spec: PipelineSpec;
  readonly platform: PlatformSpec | undefined;
  readonly hints: LocalHints;
  readonly documentPaths: { readonly [irPath: string]: string };
  readonly parameters: { readonly [name: string]: JsonValue };
  readonly local: LocalFile;
  readonly reuse: ReadonlyMap<string, { readonly runId: string; readonly outputs: TaskOutputs }>;
  readonly initial: RunState;
  readonly resume?: RunProgressBefore;
}

/** Starts to drive a run, from its beginning or from where it was. */
export async function driveRun(run: DrivenRun, deps: DriveDeps): Promise<ActiveRun> {
  const { meta, folder, spec, platform, local, reuse, initial, resume } = run;
  const { id: runId, createdAt } = meta;
  const mask = createSecretMask(secretValues(run));
  return startActiveRun({
    spec,
    platform,
    parameters: run.parameters,
    parallelism: meta.parallelism,
    notes: describeRunNotes(spec, platform, meta.engine),
    reuse,
    ...(resume === undefined ? {} : { resume }),
    initial,
    lookup: planTasks(spec, run.documentPaths).lookup,
    log: await openEventLog(folder.events),
    logger: deps.logger,
    mask,
    now: deps.now,
    changed: deps.changed,
    runner: {
      runId,
      jobName: `${meta.pipelineName}-${runId}`,
      createTime: `${new Date(createdAt).toISOString().slice(0, 19)}Z`,
      folder,
      hints: run.hints,
      roots: sourceRootsOf(meta.documentPath, deps.builtInCatalog),
      caching: meta.caching,
      engine: deps.engines[meta.engine],
      cache: deps.cache,
      environments: deps.environments,
      mask,
      local,
      logGrew: (key, attempt, size) => deps.logGrew(runId, key, attempt, size),
    },
  });
}

function secretValues({ meta, parameters, local }: DrivenRun): readonly JsonValue[] {
  const stores = local.objectStores.map(({ secretKey }) => secretKey);
  const named = Object.values(local.secrets).flatMap((values) => Object.values(values));
  return [...meta.secretParameters.flatMap((name) => parameters[name] ?? []), ...named, ...stores];
}
