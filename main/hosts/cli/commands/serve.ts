import { findLaunchTarget } from '../../shared/launch-targets.ts';
import { serve as serveWeb } from '../../web/serve.ts';
import type { Terminal } from '../terminal.ts';

export interface ServeCommandOptions {
  readonly port: number;
  readonly open: boolean;
  readonly allowHost: readonly string[];
}

/** Serves the app on loopback until a signal ends it. */
export async function serve(
  terminal: Terminal,
  path: string | undefined,
  options: ServeCommandOptions,
): Promise<number> {
  const launch = path === undefined ? [] : [await findLaunchTarget(path, terminal.folder)];
  const { port, open, allowHost } = options;
  return await serveWeb({ launch, port, open, allowedHosts: allowHost }, terminal.process);
}
