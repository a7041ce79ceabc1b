import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { Handlers } from '../../../src/api/host.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { chooseEngine } from './choose-engine.ts';
import type { DriveDeps } from './drive-run.ts';
import type { Engine } from './engine.ts';
import { launchRun } from './launch-run.ts';
import { type LocalFile, readLocalFiles } from './local-file.ts';
import { describePreflight } from './preflight.ts';
import { localFolders, prepareRun } from './prepare-run.ts';
import { resumeRun } from './resume-run.ts';
import type { RunMeta } from './run-meta.ts';
import type { RunRegistry } from './run-registry.ts';
import type { RunsServiceDeps } from './runs-deps.ts';

type StartMethods = 'runs.preflight' | 'runs.trust' | 'runs.start' | 'runs.stop' | 'runs.resume';

/** Starting runs, going on with them, and ending them. */
export function createStartHandlers(
  deps: RunsServiceDeps,
  registry: RunRegistry,
  driving: DriveDeps,
): Pick<Handlers, StartMethods> {
  return {
    'runs.preflight': async (request) => {
      const prepared = await prepareRun(request, deps);
      const engine = await chooseEngine(request.engine, driving.engines);
      const trusted = !needsTrust(engine, prepared.local, deps) || (await deps.trust.isTrusted(prepared.trustRoot));
      return await describePreflight(prepared, {
        ...driving,
        environment: deps.environment,
        trusted,
        engine: engine.name,
      });
    },
    'runs.trust': async ({ root }) => {
      const isUnsaved = root === join(deps.dataFolder, 'unsaved');
      await deps.trust.trust(isUnsaved ? root : await deps.paths.check(root));
      return null;
    },
    'runs.start': async (request) => {
      const prepared = await prepareRun(request, deps);
      const engine = await chooseEngine(request.engine, driving.engines);
      await demandTrust(engine, prepared.local, prepared.trustRoot, deps);
      const { runParallelism } = await deps.readSettings();
      await mkdir(registry.runsFolder, { recursive: true, mode: 0o700 });
      const { active, meta } = await launchRun(request, prepared, engine.name, runParallelism, driving);
      registry.follow(active, meta);
      return { runId: active.id };
    },
    'runs.resume': async ({ runId, parameters = {} }) => {
      if (registry.active(runId) !== undefined) throw new HostError('run-active', { run: runId });
      const stored = await registry.read(runId);
      const engine = await chooseEngine(stored.meta.engine, driving.engines);
      const { root, documentPath } = stored.meta;
      const local = await readLocalFiles(localFolders(root, documentPath, deps.dataFolder), deps.environment);
      await demandTrust(engine, local, trustRootOf(stored.meta, deps), deps);
      const given = parameters as { readonly [name: string]: JsonValue };
      const { active, meta } = await resumeRun(stored, given, local, driving);
      registry.follow(active, meta);
      return { runId };
    },
    'runs.stop': ({ runId }) => {
      const run = registry.active(runId);
      if (run === undefined) throw new HostError('run-ended', { run: runId });
      run.stop();
      return null;
    },
  };
}

/** Containers cannot reach what is here, unless a file of the folder says what to show them. */
function needsTrust(engine: Engine, local: LocalFile, { dataFolder }: RunsServiceDeps): boolean {
  if (engine.name === 'process') return true;
  return local.paths.some((path) => dirname(path) !== dataFolder);
}

async function demandTrust(engine: Engine, local: LocalFile, root: string, deps: RunsServiceDeps): Promise<void> {
  if (!needsTrust(engine, local, deps) || (await deps.trust.isTrusted(root))) return;
  throw new HostError('trust-required', { path: root });
}

function trustRootOf({ root, documentPath }: RunMeta, { dataFolder }: RunsServiceDeps): string {
  return root ?? (documentPath === undefined ? join(dataFolder, 'unsaved') : dirname(documentPath));
}
