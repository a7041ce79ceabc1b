import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHost, type Host } from '../../main/hosts/shared/create-host.ts';
import type { HostShell } from '../../main/hosts/shared/shell.ts';
import { type ApplicationLog, createLog } from '../../main/services/log/create-log.ts';

const packageRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A host over folders of its own. */
export interface TestHost {
  readonly host: Host;
  readonly log: ApplicationLog;
  /** A folder that was named on the command line, so it is allowed. */
  readonly folder: string;
  /** A folder beside it that nobody chose. */
  readonly outside: string;
  readonly dataFolder: string;
  dispose(): Promise<void>;
}

/** Opens a real host whose data, workspace and outside are temporary folders. */
export async function openTestHost(shell: Partial<HostShell> = {}): Promise<TestHost> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'pipewright-host-')));
  const [folder, outside, dataFolder] = ['folder', 'outside', 'data'].map((name) => join(base, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([folder, outside, dataFolder].map((path) => mkdir(path)));
  const log = createLog({ file: null, now: Date.now });
  const host = await createHost({
    packageRoot,
    version: '0.0.0-test',
    dataFolder,
    environment: process.env,
    now: Date.now,
    log,
    shell: {
      kind: 'memory',
      capabilities: ['folder-browser', 'process-engine'],
      launch: [{ kind: 'folder', path: folder }],
      browseRoots: [folder],
      ...shell,
    },
  });
  return {
    host,
    log,
    folder,
    outside,
    dataFolder,
    dispose: async () => {
      await host.dispose();
      await rm(base, { recursive: true, force: true });
    },
  };
}
