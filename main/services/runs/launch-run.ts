import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { HostError } from '../../../src/api/errors.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import type { EngineName } from '../../../src/api/results.ts';
import { initialRunState } from '../../../src/run/facts/reduce-facts.ts';
import type { TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import { selectReusableOutputs } from '../../../src/run/reusable-tasks.ts';
import type { ActiveRun } from './active-run.ts';
import { type DriveDeps, driveRun } from './drive-run.ts';
import type { PreparedRun } from './prepare-run.ts';
import { identifyProcess } from './process-identity.ts';
import { describeRunFolder, type RunFolder } from './run-folder.ts';
import { type RunMeta, writeRunMeta } from './run-meta.ts';
import { planTasks, readStoredRun } from './run-store.ts';

/** Makes a run's folder and starts it. */
export async function launchRun(
  request: RunRequest,
  prepared: PreparedRun,
  engine: EngineName,
  defaultParallelism: number,
  deps: DriveDeps,
): Promise<{ readonly active: ActiveRun; readonly meta: RunMeta }> {
  const { source } = prepared;
  const reuse = await readReuse(request, prepared, deps.runsFolder);
  const parallelism = request.parallelism ?? (defaultParallelism || availableParallelism());
  const meta = await describeMeta(request, prepared, engine, parallelism, deps.now());
  const folder = describeRunFolder(deps.runsFolder, meta.id);
  await writeRunFolder(folder, prepared, meta);
  const { id: runId, createdAt: at, name, pipelineName } = meta;
  const { tasks } = planTasks(source.spec, source.documentPaths);
  const initial = initialRunState({ type: 'run-created', at, runId, name, pipelineName }, tasks);
  const { spec, platform, hints, documentPaths } = source;
  const { parameters, local } = prepared;
  const run = { meta, folder, spec, platform, hints, documentPaths, parameters, local, reuse, initial };
  return { active: await driveRun(run, deps), meta };
}

async function describeMeta(
  request: RunRequest,
  prepared: PreparedRun,
  engine: EngineName,
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
    engine,
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
  await writeFile(folder.hints, JSON.stringify(source.hints));
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
