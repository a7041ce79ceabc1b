import type { Emit } from '../../../src/api/host.ts';
import type { Settings } from '../../../src/api/settings.ts';
import type { Logger } from '../log/logger.ts';
import type { PathAccess } from '../paths/path-access.ts';
import type { TrustStore } from '../trust/trust-store.ts';

/** What the runs service stands on. */
export interface RunsServiceDeps {
  readonly dataFolder: string;
  /** `assets/catalog` of the app. */
  readonly builtInCatalog: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Where Python environments are kept; absent: in the data folder. */
  readonly pythonFolder?: string;
  readonly emit: Emit;
  readonly logger: Logger;
  readonly paths: PathAccess;
  readonly trust: TrustStore;
  readonly readSettings: () => Promise<Settings>;
  readonly now: () => number;
  /** Gives a file of a run an address of its own to be shown from. */
  readonly publish: (path: string) => Promise<string>;
  /** True once nobody wants to wait any longer for processes to end by themselves. */
  readonly isHurried?: () => boolean;
}
