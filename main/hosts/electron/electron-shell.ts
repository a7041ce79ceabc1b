import { homedir } from 'node:os';
import type { Shell } from 'electron';
import type { LaunchTarget } from '../../../src/api/results.ts';
import type { PickNatively } from '../../services/dialogs/create-dialogs.ts';
import type { HostShell } from '../shared/shell.ts';
import { externalAddress } from './origin.ts';

/** The surroundings of the desktop app. */
export function createElectronShell(deps: {
  readonly launch: readonly LaunchTarget[];
  readonly shell: Pick<Shell, 'openExternal' | 'showItemInFolder'>;
  readonly pick: PickNatively;
  readonly setMenuState: NonNullable<HostShell['setMenuState']>;
  readonly setDocument: NonNullable<HostShell['setDocument']>;
}): HostShell {
  return {
    kind: 'electron',
    capabilities: ['native-dialogs', 'native-menus', 'open-external', 'reveal-path', 'process-engine'],
    launch: deps.launch,
    browseRoots: [homedir()],
    pick: deps.pick,
    openExternal: async (url) => {
      const address = externalAddress(url);
      if (address !== undefined) await deps.shell.openExternal(address);
    },
    revealPath: async (path) => deps.shell.showItemInFolder(path),
    setMenuState: deps.setMenuState,
    setDocument: deps.setDocument,
  };
}
