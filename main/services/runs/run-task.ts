import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalHints } from '../../../src/compile/compiled-pipeline.ts';
import type { PlatformSpec } from '../../../src/compile/kfp/ir.ts';
import { resolveCommand } from '../../../src/run/command/resolve-command.ts';
import type { TaskPlaces } from '../../../src/run/command/task-places.ts';
import { outputValues } from '../../../src/run/facts/reduce-facts.ts';
import type { RunConclusion, TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import type { Engine, EngineOutcome, EngineProcess } from './engine.ts';
import {
  checkLocalSources,
  type LocalSources,
  replaceImagePaths,
  resolveLocalSources,
  type SourceRoots,
} from './local-sources.ts';
import { type LogWriter, openLogWriter } from './log-writer.ts';
import { identifyProcess } from './process-identity.ts';
import type { PythonEnvironments } from './python-environment.ts';
import { readOutputs } from './read-outputs.ts';
import { attemptFolder, logPath, type RunFolder } from './run-folder.ts';
import type { SecretMask } from './secret-mask.ts';
import type { TaskCache } from './task-cache.ts';

/** What every task of a run shares. */
export interface TaskRunner {
  readonly runId: string;
  readonly jobName: string;
  readonly createTime: string;
  readonly folder: RunFolder;
  readonly platform: PlatformSpec | undefined;
  readonly hints: LocalHints;
  readonly roots: SourceRoots;
  readonly caching: boolean;
  readonly engine: Engine;
  readonly cache: TaskCache;
  readonly environments: PythonEnvironments;
  readonly mask: SecretMask;
  readonly record: (fact: RunConclusion) => void;
  readonly logGrew: (key: string, attempt: number, size: number) => void;
}

/** How one try of a task came out. `final` failures are not tried again: nothing could change. */
export type TaskOutcome =
  | { readonly kind: 'succeeded'; readonly outputs: TaskOutputs; readonly cachedFrom?: string }
  | { readonly kind: 'failed'; readonly reason: RunReason; readonly exitCode?: number; readonly final: boolean }
  | { readonly kind: 'cancelled' };

/** Runs one try of one task to its end. Aborting the signal ends its processes. */
export async function runTask(
  runner: TaskRunner,
  job: TaskJob,
  attempt: number,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  if (job.executor.importer !== undefined) return finalFailure({ code: 'importer-unsupported' });
  const sources = resolveLocalSources(runner.hints[job.executorLabel], runner.roots);
  const missing = (await checkLocalSources(sources)) ?? (await findMissingInput(job));
  if (missing !== undefined) return finalFailure(missing);
  const cacheKey = runner.caching && job.caching ? await runner.cache.keyOf(job, sources) : undefined;
  const cached = cacheKey === undefined ? undefined : await runner.cache.find(cacheKey);
  if (cached !== undefined) return { kind: 'succeeded', outputs: cached.outputs, cachedFrom: cached.runId };
  const outcome = await runAttempt(runner, job, attempt, sources, signal);
  if (outcome.kind === 'succeeded' && cacheKey !== undefined && !holdsSecret(runner.mask, outcome.outputs)) {
    await runner.cache.store(cacheKey, runner.runId, outcome.outputs);
  }
  return outcome;
}

function holdsSecret(mask: SecretMask, outputs: TaskOutputs): boolean {
  const text = JSON.stringify(outputs);
  return mask.text(text) !== text;
}

async function findMissingInput(job: TaskJob): Promise<RunReason | undefined> {
  for (const [input, artifacts] of Object.entries(job.inputs.artifacts)) {
    for (const { uri } of artifacts) {
      if ((await stat(uri).catch(() => undefined)) === undefined) {
        return { code: 'input-missing', values: { input, path: uri } };
      }
    }
  }
  return undefined;
}

async function runAttempt(
  runner: TaskRunner,
  job: TaskJob,
  attempt: number,
  sources: LocalSources,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  const places = await preparePlaces(runner, job, attempt);
  const grew = (size: number): void => runner.logGrew(job.key, attempt, size);
  const log = await openLogWriter(logPath(runner.folder, job.key, attempt), runner.mask, grew);
  try {
    runner.record({ type: 'task-started', key: job.key, attempt, inputs: outputValues(job.inputs) });
    const prefixes = await preparePython(runner, sources, log, signal);
    if (prefixes === undefined) return signal.aborted ? { kind: 'cancelled' } : requirementsFailure(sources);
    const process = await startProcess(runner, job, sources, places, prefixes, log);
    await recordProcess(runner, job, attempt, process);
    const outcome = await waitFor(process, signal, timeoutSeconds(runner.platform, job.executorLabel));
    return await judge(outcome, job, places);
  } finally {
    await log.close();
  }
}

async function preparePlaces(runner: TaskRunner, job: TaskJob, attempt: number): Promise<TaskPlaces> {
  const taskRoot = attemptFolder(runner.folder, job.key, attempt);
  const outputs = join(taskRoot, 'outputs');
  await mkdir(join(taskRoot, 'work'), { recursive: true });
  await mkdir(outputs, { recursive: true });
  return {
    taskRoot,
    executorOutputFile: join(taskRoot, 'executor_output.json'),
    outputPath: (name) => join(outputs, name),
    pipelineRoot: runner.folder.root,
    workspacePath: join(runner.folder.root, 'workspace'),
    jobName: runner.jobName,
    jobId: runner.runId,
    taskName: job.taskName,
    taskId: `${runner.runId}-${job.key}`,
    createTime: runner.createTime,
  };
}

async function preparePython(
  runner: TaskRunner,
  sources: LocalSources,
  log: LogWriter,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  if (sources.requirements === undefined) return [];
  const programs = await runner.environments.prepare(sources.requirements, (text) => log.line(text), signal);
  return programs === undefined ? undefined : [programs];
}

function requirementsFailure(sources: LocalSources): TaskOutcome {
  return finalFailure({ code: 'requirements-failed', values: { requirements: sources.requirements ?? '' } });
}

async function startProcess(
  runner: TaskRunner,
  job: TaskJob,
  sources: LocalSources,
  places: TaskPlaces,
  pathPrefixes: readonly string[],
  log: LogWriter,
): Promise<EngineProcess> {
  const resolved = resolveCommand(job, places);
  return await runner.engine.start({
    image: job.executor.container?.image ?? '',
    command: replaceImagePaths(resolved.command, sources),
    entrypointLength: resolved.entrypointLength,
    env: Object.fromEntries(resolved.env.map(({ name, value }) => [name, value])),
    folder: join(places.taskRoot, 'work'),
    pathPrefixes,
    write: (chunk) => log.write(chunk),
  });
}

/** Written down so that a later start of the app can end what this one left behind. */
async function recordProcess(runner: TaskRunner, job: TaskJob, attempt: number, process: EngineProcess): Promise<void> {
  const identity = process.pid === undefined ? undefined : await identifyProcess(process.pid);
  if (identity !== undefined) runner.record({ type: 'task-process', key: job.key, attempt, ...identity });
}

function timeoutSeconds(platform: PlatformSpec | undefined, label: string): number | undefined {
  const config = platform?.platforms.kubernetes?.deploymentSpec?.executors?.[label];
  const seconds = Number(config?.activeDeadlineSeconds);
  return seconds > 0 ? seconds : undefined;
}

type WaitOutcome =
  | EngineOutcome
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'cancelled' };

async function waitFor(process: EngineProcess, signal: AbortSignal, seconds: number | undefined): Promise<WaitOutcome> {
  let stopped: WaitOutcome | undefined;
  let stopping = Promise.resolve();
  const stop = (outcome: WaitOutcome): void => {
    stopped ??= outcome;
    stopping = process.end();
  };
  const cancel = (): void => stop({ kind: 'cancelled' });
  const timer =
    seconds === undefined ? undefined : setTimeout(() => stop({ kind: 'timed-out', seconds }), seconds * 1000);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const ended = await process.ended;
    await stopping;
    return stopped ?? ended;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

async function judge(outcome: WaitOutcome, job: TaskJob, places: TaskPlaces): Promise<TaskOutcome> {
  switch (outcome.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'not-started':
      return finalFailure(outcome.reason);
    case 'timed-out':
      return failed({ code: 'timeout', values: { seconds: outcome.seconds } });
    case 'signalled':
      return failed(
        outcome.signal === 'SIGKILL' ? { code: 'killed' } : { code: 'signal', values: { signal: outcome.signal } },
      );
    case 'exited':
      break;
  }
  const { exitCode } = outcome;
  if (exitCode !== 0) return { ...failed({ code: 'exit-code', values: { exitCode } }), exitCode };
  const outputs = await readOutputs(job.component, places);
  return outputs.ok ? { kind: 'succeeded', outputs: outputs.value } : failed(outputs.error);
}

function failed(reason: RunReason): TaskOutcome & { readonly kind: 'failed' } {
  return { kind: 'failed', reason, final: false };
}

function finalFailure(reason: RunReason): TaskOutcome {
  return { kind: 'failed', reason, final: true };
}
