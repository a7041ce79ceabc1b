import { join } from 'node:path';
import type { Emit, PartialHandlers, Service } from '../../../src/api/host.ts';
import { METHOD_NAMES, type MethodName } from '../../../src/api/params.ts';
import type { CatalogService } from '../../services/catalog/create-catalog.ts';
import { createDialogs } from '../../services/dialogs/create-dialogs.ts';
import { createExamples } from '../../services/examples/create-examples.ts';
import { createFiles } from '../../services/files/create-files.ts';
import type { ImportService } from '../../services/import/create-import.ts';
import { createOutputServer, type OutputServer } from '../../services/output-server/create-output-server.ts';
import type { PathAccess } from '../../services/paths/path-access.ts';
import { createRecent } from '../../services/recent/create-recent.ts';
import { createRecovery } from '../../services/recovery/create-recovery.ts';
import type { RunsService } from '../../services/runs/create-runs-service.ts';
import { identifyProcess } from '../../services/runs/process-identity.ts';
import { createSession } from '../../services/session/create-session.ts';
import { createSettings, type SettingsService } from '../../services/settings/create-settings.ts';
import type { TrustStore } from '../../services/trust/trust-store.ts';
import { createWorkspace, type WorkspaceService } from '../../services/workspace/create-workspace.ts';
import { assetsFolderOf } from './assets-folder.ts';
import type { HostDeps } from './host-deps.ts';
import { createLazyService, type LazyService } from './lazy-service.ts';

/** All services of a host as one. */
export interface Services {
  readonly handlers: PartialHandlers;
  openedFolders(): readonly string[];
  activeRuns(): number;
  releaseClient(clientId: string): void;
  recover(): Promise<void>;
  /** From now on processes get no time to end by themselves. */
  hurry(): void;
  dispose(): Promise<void>;
}

export interface ServicesDeps extends HostDeps {
  readonly access: PathAccess;
  readonly trust: TrustStore;
  /** Where examples are copied to. */
  readonly copiesFolder: string;
  readonly emit: Emit;
  readonly isPresent: (clientId: string) => boolean;
}

/** Makes every service with what it needs of the others. */
export async function createServices(deps: ServicesDeps): Promise<Services> {
  const { dataFolder, access, emit, log } = deps;
  const self = (await identifyProcess(process.pid)) ?? { pid: process.pid, startToken: '' };
  const outputs = createOutputServer();
  const files = createFiles(deps);
  const workspace = createWorkspace(deps);
  const recent = createRecent(deps);
  const settings = createSettings({ file: join(dataFolder, 'settings.yaml'), access, emit, log });
  let hurried = false;
  const runs = createRuns({ ...deps, isHurried: () => hurried }, settings, outputs);
  const catalog = createCatalogLater(deps, workspace, settings);
  const imports = createImportLater(deps);
  const simple: readonly Service<never>[] = [
    files,
    workspace,
    recent,
    settings,
    createSession(deps),
    createRecovery({ ...deps, self }),
    createExamples({ assetsFolder: assetsFolderOf(deps.packageRoot), copiesFolder: deps.copiesFolder }),
    createDialogs({ ...deps.shell, access, openedFolders: workspace.openedFolders }),
  ];
  await recent.restoreAccess();

  return {
    handlers: Object.assign(
      {},
      ...simple.map((service) => service.handlers),
      catalog.handlers,
      imports.handlers,
      runs.handlers,
    ),
    openedFolders: workspace.openedFolders,
    activeRuns: () => runs.loaded()?.activeCount() ?? 0,
    releaseClient: (clientId) => {
      files.releaseClient(clientId);
      workspace.releaseClient(clientId);
    },
    recover: async () => {
      await runs.load();
    },
    hurry: () => {
      hurried = true;
    },
    dispose: async () => {
      await runs.dispose();
      await catalog.dispose();
      await imports.dispose();
      await Promise.all(simple.map((service) => service.dispose()));
      await outputs.dispose();
    },
  };
}

/** Methods whose names begin with an area's. */
function namesOf<Area extends string>(area: Area): Extract<MethodName, `${Area}.${string}`>[] {
  return METHOD_NAMES.filter((name): name is Extract<MethodName, `${Area}.${string}`> => name.startsWith(`${area}.`));
}

function createRuns(
  deps: ServicesDeps & { readonly isHurried: () => boolean },
  settings: SettingsService,
  outputs: OutputServer,
): LazyService<RunsService> {
  return createLazyService(namesOf('runs'), async () => {
    const { createRunsService } = await import('../../services/runs/create-runs-service.ts');
    return createRunsService({
      dataFolder: deps.dataFolder,
      builtInCatalog: join(assetsFolderOf(deps.packageRoot), 'catalog'),
      environment: deps.environment,
      emit: deps.emit,
      logger: deps.log,
      paths: deps.access,
      trust: deps.trust,
      readSettings: settings.read,
      now: deps.now,
      publish: outputs.publish,
      isHurried: deps.isHurried,
    });
  });
}

function createCatalogLater(
  deps: ServicesDeps,
  workspace: WorkspaceService,
  settings: SettingsService,
): LazyService<CatalogService> {
  return createLazyService(namesOf('catalog'), async () => {
    const { createCatalog } = await import('../../services/catalog/create-catalog.ts');
    return createCatalog({
      ...deps,
      builtInFolder: join(assetsFolderOf(deps.packageRoot), 'catalog'),
      workspace,
      settings,
    });
  });
}

function createImportLater({ access }: ServicesDeps): LazyService<ImportService> {
  return createLazyService(namesOf('import'), async () => {
    const { createImport } = await import('../../services/import/create-import.ts');
    return createImport({ access });
  });
}
