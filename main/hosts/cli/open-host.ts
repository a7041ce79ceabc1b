import { join } from 'node:path';
import type { HostClient } from '../../../src/api/host.ts';
import type { LaunchTarget } from '../../../src/api/results.ts';
import { createLog } from '../../services/log/create-log.ts';
import { findDataFolder } from '../../services/support/data-folder.ts';
import { createHost } from '../shared/create-host.ts';
import { createMemoryClient } from '../shared/memory-client.ts';
import { findPackage } from '../shared/package-root.ts';
import type { Terminal } from './terminal.ts';

/** The contract for one command, and its end. */
export interface CommandHost {
  readonly client: HostClient;
  /** From now on processes get no time to end by themselves. */
  hurry(): void;
  dispose(): Promise<void>;
}

/** Composes the services for one command. `consent` lets processes run without asking. */
export async function openHost(
  terminal: Terminal,
  options: { readonly launch?: readonly LaunchTarget[]; readonly consent?: boolean } = {},
): Promise<CommandHost> {
  const { root, version } = findPackage();
  const dataFolder = findDataFolder(terminal.environment, terminal.process.platform);
  const host = await createHost({
    packageRoot: root,
    version,
    dataFolder,
    environment: terminal.environment,
    now: Date.now,
    log: createLog({ file: join(dataFolder, 'logs', 'pipewright.log'), now: Date.now }),
    shell: {
      kind: 'cli',
      capabilities: ['process-engine'],
      launch: options.launch ?? [],
      browseRoots: [terminal.folder],
    },
    consent: options.consent ?? false,
  });
  const client = createMemoryClient(host, 'command-line-client');
  return {
    client,
    hurry: host.hurry,
    dispose: async () => {
      client.dispose();
      await host.dispose();
    },
  };
}
