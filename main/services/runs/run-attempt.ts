import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContainerExecutor } from '../../../src/compile/kfp/ir.ts';
import { failure, type Result, success } from '../../../src/model/result.ts';
import { resolveCommand } from '../../../src/run/command/resolve-command.ts';
import { outputValues } from '../../../src/run/facts/reduce-facts.ts';
import { artifactLocation } from '../../../src/run/facts/run-fact.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import type { TaskJob } from '../../../src/run/schedule/run-action.ts';
import { runClaimTask } from './claim-task.ts';
import type { EngineProcess, EngineRequest, Mount } from './engine.ts';
import { replaceImagePaths } from './local-sources.ts';
import { type LogWriter, openLogWriter } from './log-writer.ts';
import { identifyProcess } from './process-identity.ts';
import { needsPython, type PythonNeeds } from './python-environment.ts';
import { attemptFolder, logPath } from './run-folder.ts';
import { runImporter } from './run-importer.ts';
import { finalFailure, judgeOutcome, waitFor } from './task-outcome.ts';
import type { PreparedTask, TaskOutcome, TaskRunner } from './task-runner.ts';
import { prepareSetting, type SettingPlaces, type TaskSetting } from './task-setting.ts';

/** KFP: where a pod finds the workspace. */
const WORKSPACE_MOUNT = '/kfp-workspace';

/** Starts one try in folders of its own and waits for its end. */
export async function runAttempt(
  runner: TaskRunner,
  task: PreparedTask,
  attempt: number,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  const { job } = task;
  const places = await preparePlaces(runner, job, attempt);
  const grew = (size: number): void => runner.logGrew(job.key, attempt, size);
  const log = await openLogWriter(logPath(runner.folder, job.key, attempt), runner.mask, grew);
  try {
    runner.record({ type: 'task-started', key: job.key, attempt, inputs: outputValues(job.inputs) });
    const { importer, container } = job.executor;
    if (importer !== undefined) {
      const imported = await runImporter(job, importer, places, runner.local, signal);
      if (signal.aborted) return { kind: 'cancelled' };
      return imported.ok
        ? { kind: 'succeeded', outputs: imported.value }
        : { ...finalFailure(imported.error), final: false };
    }
    const claim = await runClaimTask(job, places);
    if (claim !== undefined) return { kind: 'succeeded', outputs: claim };
    return await runContainer(runner, task, attempt, { places, log, signal, container });
  } finally {
    await log.close();
  }
}

interface Attempt {
  readonly places: SettingPlaces;
  readonly log: LogWriter;
  readonly signal: AbortSignal;
  readonly container: ContainerExecutor | undefined;
}

async function runContainer(
  runner: TaskRunner,
  task: PreparedTask,
  attempt: number,
  { places, log, signal }: Attempt,
): Promise<TaskOutcome> {
  const { job } = task;
  const setting = await prepareSetting(job.platform, runner.local, places);
  if (!setting.ok) return finalFailure(setting.error);
  try {
    const prefixes = await preparePython(runner, task.python, log, signal);
    if (signal.aborted) return { kind: 'cancelled' };
    if (!prefixes.ok) return finalFailure(prefixes.error);
    const request = buildRequest(runner, task, attempt, { places, log, setting: setting.value });
    const process = await runner.engine.start({ ...request, pathPrefixes: prefixes.value });
    await recordProcess(runner, job, attempt, process);
    const outcome = await waitFor(process, signal, job.platform?.timeoutSeconds);
    return await judgeOutcome(outcome, job, places);
  } finally {
    await setting.value.dispose();
  }
}

async function preparePlaces(runner: TaskRunner, job: TaskJob, attempt: number): Promise<SettingPlaces> {
  const taskRoot = attemptFolder(runner.folder, job.key, attempt);
  const outputs = join(taskRoot, 'outputs');
  const workspacePath = join(runner.folder.root, 'workspace');
  for (const folder of [join(taskRoot, 'work'), outputs, workspacePath]) await mkdir(folder, { recursive: true });
  return {
    taskRoot,
    executorOutputFile: join(taskRoot, 'executor_output.json'),
    outputPath: (name) => join(outputs, name),
    pipelineRoot: runner.folder.root,
    workspacePath,
    volumesFolder: join(runner.folder.root, 'volumes'),
    jobName: runner.jobName,
    jobId: runner.runId,
    taskName: job.taskName,
    taskId: `${runner.runId}-${job.key}`,
    createTime: runner.createTime,
  };
}

async function preparePython(
  runner: TaskRunner,
  needs: PythonNeeds,
  log: LogWriter,
  signal: AbortSignal,
): Promise<Result<readonly string[], RunReason>> {
  if (!needsPython(needs)) return success([]);
  const programs = await runner.environments.prepare(needs, (text) => log.line(text), signal);
  return programs.ok ? success([programs.value]) : failure(programs.error);
}

function buildRequest(
  runner: TaskRunner,
  { job, sources }: PreparedTask,
  attempt: number,
  { places, log, setting }: { readonly places: SettingPlaces; readonly log: LogWriter; readonly setting: TaskSetting },
): EngineRequest {
  const { image, command, entrypointLength, env, limits } = resolveCommand(job, places);
  const mounts: readonly Mount[] = [
    ...setting.mounts,
    { source: places.workspacePath, target: WORKSPACE_MOUNT, readOnly: false },
  ];
  const isProcess = runner.engine.name === 'process';
  const folders = [...sources.folders, ...mounts.map(({ source, target }) => ({ folder: source, imagePath: target }))];
  const { pullPolicy, user } = job.platform ?? {};
  return {
    runId: runner.runId,
    taskKey: job.key,
    attempt,
    image,
    command: isProcess ? replaceImagePaths(command, { ...sources, folders }) : command,
    entrypointLength,
    env: { ...Object.fromEntries(env.map(({ name, value }) => [name, value])), ...setting.env },
    secretEnv: setting.secretEnv,
    folder: join(places.taskRoot, 'work'),
    pathPrefixes: [],
    mounts: isProcess ? [] : [...runMounts(runner, job), ...mounts],
    limits,
    ...(pullPolicy === undefined ? {} : { pullPolicy }),
    ...(user === undefined ? {} : { user }),
    engineArguments: runner.local.containerArguments,
    write: (chunk) => log.write(chunk),
  };
}

/** The run's folder at the same path, so that paths mean the same inside; what lies elsewhere can only be read. */
function runMounts(runner: TaskRunner, job: TaskJob): readonly Mount[] {
  const { root } = runner.folder;
  const artifacts = Object.values(job.inputs.artifacts).flat();
  const outside = artifacts
    .filter((artifact) => artifact.empty !== true)
    .map(artifactLocation)
    .filter((path) => !path.startsWith(`${root}/`));
  return [
    { source: root, target: root, readOnly: false },
    ...[...new Set(outside)].map((path) => ({ source: path, target: path, readOnly: true })),
  ];
}

/** Written down so that a later start of the app can end what this one left behind. */
async function recordProcess(runner: TaskRunner, job: TaskJob, attempt: number, process: EngineProcess): Promise<void> {
  const identity = process.pid === undefined ? undefined : await identifyProcess(process.pid);
  if (identity !== undefined) runner.record({ type: 'task-process', key: job.key, attempt, ...identity });
}
