import type { ApplicationLog } from '../../services/log/create-log.ts';
import type { HostShell } from './shell.ts';

/** What a host is made of, beside the services that it makes itself. */
export interface HostDeps {
  /** The folder with `assets` and `dist`. */
  readonly packageRoot: string;
  readonly dataFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  readonly now: () => number;
  readonly log: ApplicationLog;
  readonly shell: HostShell;
  /** The user allowed processes for as long as this host lives; nothing of it is remembered. */
  readonly consent?: boolean;
}
