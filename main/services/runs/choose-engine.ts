import { HostError } from '../../../src/api/errors.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import type { EngineName } from '../../../src/api/results.ts';
import { createContainerEngine } from './container-engine.ts';
import type { Engine } from './engine.ts';
import { createProcessEngine, type ProcessEngineDeps } from './process-engine.ts';

export type Engines = { readonly [Name in EngineName]: Engine };

/** All engines there are. None is asked anything yet. */
export function createEngines(deps: ProcessEngineDeps): Engines {
  return {
    process: createProcessEngine(deps),
    docker: createContainerEngine('docker', deps),
    podman: createContainerEngine('podman', deps),
  };
}

/**
 * The engine of a run. `auto` takes the first container engine that answers, else processes, which need the trust of
 * the folder. An engine that was named must answer. Fails with `no-engine`.
 */
export async function chooseEngine(wanted: RunRequest['engine'], engines: Engines): Promise<Engine> {
  if (wanted === 'process') return engines.process;
  if (wanted !== 'auto') {
    const missing = await engines[wanted].checkAvailable();
    if (missing !== undefined) throw new HostError('no-engine', { engine: wanted });
    return engines[wanted];
  }
  for (const engine of [engines.docker, engines.podman]) {
    if ((await engine.checkAvailable()) === undefined) return engine;
  }
  return engines.process;
}
