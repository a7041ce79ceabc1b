import { availableParallelism, homedir, release, totalmem } from 'node:os';
import { HostError } from '../../../src/api/errors.ts';
import type { Handlers } from '../../../src/api/host.ts';
import type { HostInfo } from '../../../src/api/results.ts';
import { describeHost } from '../../services/diagnostics/describe-host.ts';
import type { ApplicationLog } from '../../services/log/create-log.ts';
import type { PathAccess } from '../../services/paths/path-access.ts';
import type { LaunchQueue } from './launch-queue.ts';
import type { HostShell } from './shell.ts';

type HostMethods = Pick<
  Handlers,
  | 'host.info'
  | 'host.ready'
  | 'host.openExternal'
  | 'host.revealPath'
  | 'host.diagnostics'
  | 'host.log'
  | 'menu.setState'
  | 'window.setDocument'
>;

export interface HostHandlerDeps {
  readonly version: string;
  readonly dataFolder: string;
  readonly shell: HostShell;
  readonly queue: LaunchQueue;
  readonly log: ApplicationLog;
  readonly access: PathAccess;
  readonly openedFolders: () => readonly string[];
  readonly activeRuns: () => number;
}

const PLATFORMS: readonly string[] = ['linux', 'darwin', 'win32'] satisfies readonly HostInfo['platform'][];
const DIAGNOSTICS_LINES = 60;

/** The methods about the host itself. */
export function createHostHandlers(deps: HostHandlerDeps): HostMethods {
  const { shell } = deps;
  return {
    'host.info': () => describeInfo(deps),
    'host.ready': () => ({ open: deps.queue.drain() }),
    'host.openExternal': async ({ url }) => {
      await requireAbility(shell.openExternal)(url);
      return null;
    },
    'host.revealPath': async ({ path }) => {
      const reveal = requireAbility(shell.revealPath);
      await reveal(await deps.access.check(path));
      return null;
    },
    'host.diagnostics': () => ({ text: describeDiagnostics(deps) }),
    'host.log': ({ limit }) => ({ lines: deps.log.readLines(limit) }),
    'menu.setState': (state, { clientId }) => {
      shell.setMenuState?.(state, clientId);
      return null;
    },
    'window.setDocument': (document, { clientId }) => {
      shell.setDocument?.(document, clientId);
      return null;
    },
  };
}

function requireAbility<Ability>(ability: Ability | undefined): Ability {
  if (ability === undefined) throw new HostError('unsupported');
  return ability;
}

function describeInfo({ version, dataFolder, shell }: HostHandlerDeps): HostInfo {
  return {
    version,
    kind: shell.kind,
    platform: PLATFORMS.includes(process.platform) ? (process.platform as HostInfo['platform']) : 'other',
    capabilities: shell.capabilities,
    homeFolder: homedir(),
    dataFolder,
    cores: availableParallelism(),
    launch: shell.launch,
    nodeVersion: process.versions.node,
  };
}

function describeDiagnostics(deps: HostHandlerDeps): string {
  return describeHost({
    ...describeInfo(deps),
    release: release(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    openedFolders: deps.openedFolders(),
    activeRuns: deps.activeRuns(),
    logLines: deps.log.readLines(DIAGNOSTICS_LINES),
  });
}
