import { HostError } from '../../../src/api/errors.ts';
import type { RunRequest } from '../../../src/api/params.ts';
import type { EngineName } from '../../../src/api/results.ts';
import { createContainerEngine } from './container-engine.ts';
import type { Engine } from './engine.ts';
import { createProcessEngine, type ProcessEngineDeps } from './process-engine.ts';

export type Engines = { readonly [Name in EngineName]: Engine } & {
  /** Which container engines `auto` asks, in this order. */
  readonly asked: readonly Engine[];
};

/**
 * All engines there are. None is asked anything yet. `PIPEWRIGHT_ENGINES` says which ones `auto` may ask, such as
 * `podman` or `none`; by default it asks docker, then podman.
 */
export function createEngines(deps: ProcessEngineDeps): Engines {
  const engines = {
    process: createProcessEngine(deps),
    docker: createContainerEngine('docker', deps),
    podman: createContainerEngine('podman', deps),
  };
  const named = (deps.environment.PIPEWRIGHT_ENGINES ?? 'docker,podman').split(',').map((name) => name.trim());
  const asked = named.flatMap((name) => (name === 'docker' || name === 'podman' ? [engines[name]] : []));
  return { ...engines, asked };
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
  for (const engine of engines.asked) {
    if ((await engine.checkAvailable()) === undefined) return engine;
  }
  return engines.process;
}
