import type { MethodParams } from '../../../src/api/params.ts';
import type { Capability, HostInfo, LaunchTarget } from '../../../src/api/results.ts';
import type { PickNatively } from '../../services/dialogs/create-dialogs.ts';

/** What differs between hosts: the world around the services. What is absent is unsupported there. */
export interface HostShell {
  readonly kind: HostInfo['kind'];
  readonly capabilities: readonly Capability[];
  readonly launch: readonly LaunchTarget[];
  /** Where the folder browser starts; the first is where it opens. */
  readonly browseRoots: readonly string[];
  readonly pick?: PickNatively;
  readonly openExternal?: (url: string) => Promise<void>;
  readonly revealPath?: (path: string) => Promise<void>;
  readonly setMenuState?: (state: MethodParams<'menu.setState'>, clientId: string) => void;
  readonly setDocument?: (document: MethodParams<'window.setDocument'>, clientId: string) => void;
}
