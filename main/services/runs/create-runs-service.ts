import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { Handlers, Service } from '../../../src/api/host.ts';
import type { MethodName } from '../../../src/api/params.ts';
import { createContentDigests } from './content-digest.ts';
import { type LaunchDeps, launchRun } from './launch-run.ts';
import { describePreflight } from './preflight.ts';
import { prepareRun } from './prepare-run.ts';
import { createProcessEngine } from './process-engine.ts';
import { createPythonEnvironments } from './python-environment.ts';
import { createReadHandlers } from './read-handlers.ts';
import { createRunRegistry, type RunRegistry } from './run-registry.ts';
import { folderBytes } from './run-store.ts';
import type { RunsServiceDeps } from './runs-deps.ts';
import { createTaskCache } from './task-cache.ts';
import { createThrottle, type Throttle } from './throttle.ts';

type RunMethods = Extract<MethodName, `runs.${string}`>;

export interface RunsService extends Service<RunMethods> {
  /** How many runs this program drives at the moment. */
  activeCount(): number;
}

const LOG_TOLD_EVERY_MILLISECONDS = 100;
const DAY_MILLISECONDS = 86_400_000;

/** Local runs: starts, drives, keeps and shows them. Dispose ends what runs. */
export function createRunsService(deps: RunsServiceDeps): RunsService {
  const registry = createRunRegistry(deps);
  const throttle = createThrottle(LOG_TOLD_EVERY_MILLISECONDS);
  return {
    activeCount: registry.activeCount,
    handlers: {
      ...createStartHandlers(deps, registry, throttle),
      ...createStoreHandlers(deps, registry),
      ...createReadHandlers(registry, deps.publish),
    },
    dispose: async () => {
      await registry.dispose();
      throttle.end();
    },
  };
}

function createStartHandlers(
  deps: RunsServiceDeps,
  registry: RunRegistry,
  throttle: Throttle,
): Pick<Handlers, 'runs.preflight' | 'runs.trust' | 'runs.start' | 'runs.stop'> {
  const launchDeps = createLaunchDeps(deps, registry.runsFolder, throttle);
  return {
    'runs.preflight': async (request) => {
      const prepared = await prepareRun(request, deps);
      const trusted = await deps.trust.isTrusted(prepared.trustRoot);
      return await describePreflight(prepared, { ...deps, trusted });
    },
    'runs.trust': async ({ root }) => {
      const isUnsaved = root === join(deps.dataFolder, 'unsaved');
      await deps.trust.trust(isUnsaved ? root : await deps.paths.check(root));
      return null;
    },
    'runs.start': async (request) => {
      const prepared = await prepareRun(request, deps);
      if (!(await deps.trust.isTrusted(prepared.trustRoot))) {
        throw new HostError('trust-required', { path: prepared.trustRoot });
      }
      const { runParallelism } = await deps.readSettings();
      await mkdir(registry.runsFolder, { recursive: true, mode: 0o700 });
      const { active, meta } = await launchRun(request, prepared, runParallelism, launchDeps);
      registry.follow(active, meta);
      return { runId: active.id };
    },
    'runs.stop': ({ runId }) => {
      const run = registry.active(runId);
      if (run === undefined) throw new HostError('run-ended', { run: runId });
      run.stop();
      return null;
    },
  };
}

function createStoreHandlers(
  deps: RunsServiceDeps,
  registry: RunRegistry,
): Pick<Handlers, 'runs.list' | 'runs.delete' | 'runs.space' | 'runs.cleanUp'> {
  return {
    'runs.list': async ({ root }) => {
      const runs = await registry.list();
      return { runs: root === undefined ? runs : runs.filter((run) => run.root === root) };
    },
    'runs.delete': async ({ runId }) => {
      if (registry.active(runId) !== undefined) throw new HostError('run-active', { run: runId });
      const { meta } = await registry.read(runId);
      await registry.remove(meta.id);
      return null;
    },
    'runs.space': async () => {
      const folder = registry.runsFolder;
      return { bytes: await folderBytes(folder), runs: (await registry.list()).length, folder };
    },
    'runs.cleanUp': async ({ olderThanDays, keepBytes }) =>
      await registry.cleanUp({
        ...(olderThanDays === undefined ? {} : { olderThan: deps.now() - olderThanDays * DAY_MILLISECONDS }),
        ...(keepBytes === undefined ? {} : { keepBytes }),
      }),
  };
}

function createLaunchDeps(deps: RunsServiceDeps, runsFolder: string, throttle: Throttle): LaunchDeps {
  const digests = createContentDigests();
  return {
    runsFolder,
    builtInCatalog: deps.builtInCatalog,
    engine: createProcessEngine(deps),
    cache: createTaskCache({ folder: join(deps.dataFolder, 'task-cache'), digests }),
    environments: createPythonEnvironments({ folder: join(deps.dataFolder, 'python'), python: 'python3' }),
    logger: deps.logger,
    now: deps.now,
    changed: (change) => deps.emit('run.changed', change),
    logGrew: (runId, taskKey, attempt, size) =>
      throttle.call(`${runId}/${taskKey}`, () => deps.emit('run.logGrew', { runId, taskKey, attempt, size })),
  };
}
