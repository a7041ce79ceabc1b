import { stat } from 'node:fs/promises';
import { readPythonBootstrap } from '../../../src/run/command/python-bootstrap.ts';
import { artifactLocation, type TaskOutputs } from '../../../src/run/facts/run-fact.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import { checkLocalSources, type LocalSources, resolveLocalSources } from './local-sources.ts';
import { runAttempt } from './run-attempt.ts';
import type { SecretMask } from './secret-mask.ts';
import { finalFailure } from './task-outcome.ts';
import type { PreparedTask, TaskOutcome, TaskRunner } from './task-runner.ts';

/** Runs one try of one task to its end. Aborting the signal ends its processes. */
export async function runTask(
  runner: TaskRunner,
  job: TaskJob,
  attempt: number,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  const task = prepareTask(runner, job);
  const missing = (await checkLocalSources(task.sources)) ?? (await findMissingInput(job));
  if (missing !== undefined) return finalFailure(missing);
  const isCached = runner.caching && job.caching && job.executor.importer === undefined;
  const cacheKey = isCached ? await runner.cache.keyOf(job, task.sources, runner.local) : undefined;
  const cached = cacheKey === undefined ? undefined : await runner.cache.find(cacheKey);
  if (cached !== undefined) return { kind: 'succeeded', outputs: cached.outputs, cachedFrom: cached.runId };
  const outcome = await runAttempt(runner, task, attempt, signal);
  if (outcome.kind === 'succeeded' && cacheKey !== undefined && !holdsSecret(runner.mask, outcome.outputs)) {
    await runner.cache.store(cacheKey, runner.runId, outcome.outputs);
  }
  return outcome;
}

/**
 * What stands in for the image when the task runs as a process: folders, and a Python with the packages that its
 * command line would install. In a container the image and the command line are left as they are.
 */
function prepareTask(runner: TaskRunner, job: TaskJob): PreparedTask {
  const { container } = job.executor;
  const hinted = resolveLocalSources(runner.hints[job.executorLabel], runner.roots);
  if (runner.engine.name !== 'process' || container === undefined) {
    const sources: LocalSources = { folders: [], requirements: undefined };
    return { job, sources, python: { installs: [] } };
  }
  const bootstrap = readPythonBootstrap(container.command ?? []);
  const { requirements } = hinted;
  const python = { installs: bootstrap?.installs ?? [], ...(requirements === undefined ? {} : { requirements }) };
  if (bootstrap === undefined) return { job, sources: hinted, python };
  const executor = { ...job.executor, container: { ...container, command: bootstrap.command } };
  return { job: { ...job, executor }, sources: hinted, python };
}

function holdsSecret(mask: SecretMask, outputs: TaskOutputs): boolean {
  const text = JSON.stringify(outputs);
  return mask.text(text) !== text;
}

async function findMissingInput(job: TaskJob): Promise<RunReason | undefined> {
  for (const [input, artifacts] of Object.entries(job.inputs.artifacts)) {
    for (const artifact of artifacts) {
      const path = artifactLocation(artifact);
      if (artifact.empty !== true && (await stat(path).catch(() => undefined)) === undefined) {
        return { code: 'input-missing', values: { input, path } };
      }
    }
  }
  return undefined;
}
