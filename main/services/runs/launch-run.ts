import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { HostError } from '../../../src/api/errors.ts';
import type { HostEvents } from '../../../src/api/events.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import { initialRunState } from '../../../src/run/facts/reduce-facts.ts';
import type { TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import { selectReusableOutputs } from '../../../src/run/reusable-tasks.ts';
import type { Logger } from '../log/logger.ts';
import { type ActiveRun, startActiveRun } from './active-run.ts';
import type { Engine } from './engine.ts';
import { openEventLog } from './event-log.ts';
import { sourceRootsOf } from './local-sources.ts';
import type { PreparedRun } from './prepare-run.ts';
import { identifyProcess } from './process-identity.ts';
import type { PythonEnvironments } from './python-environment.ts';
import { describeRunFolder, type RunFolder } from './run-folder.ts';
import { type RunMeta, writeRunMeta } from './run-meta.ts';
import { planTasks, readStoredRun } from './run-store.ts';
import { createSecretMask } from './secret-mask.ts';
import type { TaskCache } from './task-cache.ts';

export interface LaunchDeps {
  readonly runsFolder: string;
  readonly builtInCatalog: string;
  readonly engine: Engine;
  readonly cache: TaskCache;
  readonly environments: PythonEnvironments;
  readonly logger: Logger;
  readonly now: () => number;
  readonly changed: (change: HostEvents['run.changed']) => void;
  readonly logGrew: (runId: string, key: string, attempt: number, size: number) => void;
}

/** Makes a run's folder and starts it. */
export async function launchRun(
  request: RunRequest,
  prepared: PreparedRun,
  defaultParallelism: number,
  deps: LaunchDeps,
): Promise<{ readonly active: ActiveRun; readonly meta: RunMeta }> {
  const { source } = prepared;
  const reuse = await readReuse(request, prepared, deps.runsFolder);
  const parallelism = request.parallelism ?? (defaultParallelism || availableParallelism());
  const meta = await describeMeta(request, prepared, parallelism, deps.now());
  const folder = describeRunFolder(deps.runsFolder, meta.id);
  await writeRunFolder(folder, prepared, meta);
  const plan = planTasks(source.spec, source.documentPaths);
  const secrets = prepared.secretNames.flatMap((name) => prepared.parameters[name] ?? []);
  const mask = createSecretMask(secrets);
  const { id: runId, createdAt: at, name, pipelineName } = meta;
  const active = startActiveRun({
    spec: source.spec,
    parameters: prepared.parameters,
    parallelism,
    reuse,
    initial: initialRunState({ type: 'run-created', at, runId, name, pipelineName }, plan.tasks),
    lookup: plan.lookup,
    log: await openEventLog(folder.events),
    logger: deps.logger,
    mask,
    now: deps.now,
    changed: deps.changed,
    runner: {
      runId,
      jobName: `${pipelineName}-${runId}`,
      createTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
      folder,
      platform: source.platform,
      hints: source.hints,
      roots: sourceRootsOf(source.documentPath, deps.builtInCatalog),
      caching: meta.caching,
      engine: deps.engine,
      cache: deps.cache,
      environments: deps.environments,
      mask,
      logGrew: (key, attempt, size) => deps.logGrew(runId, key, attempt, size),
    },
  });
  return { active, meta };
}

async function describeMeta(
  request: RunRequest,
  prepared: PreparedRun,
  parallelism: number,
  createdAt: number,
): Promise<RunMeta> {
  const { source } = prepared;
  const pipelineName = source.spec.pipelineInfo.name;
  return {
    version: 1,
    id: createRunId(createdAt),
    name: request.name ?? pipelineName,
    pipelineName,
    root: prepared.root,
    ...(source.documentPath === undefined ? {} : { documentPath: source.documentPath }),
    createdAt,
    parallelism,
    caching: request.caching ?? true,
    parameters: prepared.plainParameters as RunMeta['parameters'],
    secretParameters: [...prepared.secretNames],
    owner: (await identifyProcess(process.pid)) ?? { pid: process.pid, startToken: '' },
  };
}

/** Sorts by time: `20260102-030405-678-a1b2`. */
function createRunId(now: number): string {
  const digits = new Date(now).toISOString().replace(/[-:Z]/g, '').replace('T', '-').replace('.', '-');
  return `${digits}-${randomBytes(2).toString('hex')}`;
}

async function writeRunFolder(folder: RunFolder, prepared: PreparedRun, meta: RunMeta): Promise<void> {
  const { source } = prepared;
  await mkdir(folder.root, { recursive: true, mode: 0o700 });
  await writeFile(folder.irText, source.irText);
  await writeFile(folder.sourceMap, JSON.stringify(source.documentPaths));
  if (source.documentText !== undefined) await writeFile(folder.documentText, source.documentText);
  await writeRunMeta(folder, meta);
}

type Reuse = ReadonlyMap<string, { readonly runId: string; readonly outputs: TaskOutputs }>;

async function readReuse(request: RunRequest, prepared: PreparedRun, runsFolder: string): Promise<Reuse> {
  if (request.reuse === undefined) return new Map();
  const { runId, from } = request.reuse;
  const earlier = await readStoredRun(runsFolder, runId);
  if (earlier === undefined) throw new HostError('not-found', { path: runId });
  const outputs = selectReusableOutputs(prepared.source.spec, earlier.facts, from);
  return new Map([...outputs].map(([key, found]) => [key, { runId, outputs: found }]));
}
