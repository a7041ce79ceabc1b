import { join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { Handlers, Service } from '../../../src/api/host.ts';
import type { MethodName } from '../../../src/api/params.ts';
import { createEngines, type Engines } from './choose-engine.ts';
import { createContentDigests } from './content-digest.ts';
import type { DriveDeps } from './drive-run.ts';
import { createPythonEnvironments } from './python-environment.ts';
import { createReadHandlers } from './read-handlers.ts';
import { createRunRegistry, type RunRegistry } from './run-registry.ts';
import { folderBytes } from './run-store.ts';
import type { RunsServiceDeps } from './runs-deps.ts';
import { createStartHandlers } from './start-handlers.ts';
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
  const engines = createEngines(deps);
  const registry = createRunRegistry(deps, engines);
  const throttle = createThrottle(LOG_TOLD_EVERY_MILLISECONDS);
  const driving = createDriveDeps(deps, engines, registry.runsFolder, throttle);
  return {
    activeCount: registry.activeCount,
    handlers: {
      ...createStartHandlers(deps, registry, driving),
      ...createStoreHandlers(deps, registry),
      ...createReadHandlers(registry, deps.publish),
    },
    dispose: async () => {
      await registry.dispose();
      throttle.end();
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

function createDriveDeps(deps: RunsServiceDeps, engines: Engines, runsFolder: string, throttle: Throttle): DriveDeps {
  const digests = createContentDigests();
  const { dataFolder, environment } = deps;
  const python = { folder: deps.pythonFolder ?? join(dataFolder, 'python'), python: 'python3', environment };
  return {
    runsFolder,
    builtInCatalog: deps.builtInCatalog,
    engines,
    cache: createTaskCache({ folder: join(dataFolder, 'task-cache'), digests }),
    environments: createPythonEnvironments(python),
    logger: deps.logger,
    now: deps.now,
    changed: (change) => deps.emit('run.changed', change),
    logGrew: (runId, taskKey, attempt, size) =>
      throttle.call(`${runId}/${taskKey}`, () => deps.emit('run.logGrew', { runId, taskKey, attempt, size })),
  };
}
