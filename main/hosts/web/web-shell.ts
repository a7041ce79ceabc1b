import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { LaunchTarget } from '../../../src/api/results.ts';
import type { HostShell } from '../shared/shell.ts';
import type { DesktopOpener } from './desktop-opener.ts';

/** The surroundings of the web host: a folder browser for dialogs, and the desktop's opener where there is one. */
export function createWebShell(deps: {
  readonly launch: readonly LaunchTarget[];
  readonly startFolder: string;
  readonly opener: DesktopOpener | undefined;
}): HostShell {
  const { launch, opener } = deps;
  const launched = launch.map(({ kind, path }) => (kind === 'folder' ? path : dirname(path)));
  const base: HostShell = {
    kind: 'web',
    capabilities: ['folder-browser', 'process-engine'],
    launch,
    browseRoots: [homedir(), deps.startFolder, ...launched],
  };
  if (!opener) return base;
  const open = async (target: string): Promise<void> => {
    if (!(await opener(target))) throw new HostError('unsupported');
  };
  return {
    ...base,
    capabilities: [...base.capabilities, 'open-external', 'reveal-path'],
    openExternal: open,
    revealPath: (path) => open(dirname(path)),
  };
}
