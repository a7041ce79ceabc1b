import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CallContext, PartialHandlers } from '../../../src/api/host.ts';
import type { LaunchTarget } from '../../../src/api/results.ts';
import type { Reply } from '../../../src/api/wire.ts';
import { createPathAccess, type PathAccess } from '../../services/paths/path-access.ts';
import { createTrustStore } from '../../services/trust/trust-store.ts';
import { assetsFolderOf } from './assets-folder.ts';
import { createServices } from './create-services.ts';
import { createDispatch } from './dispatch.ts';
import { createEventHub, type EventListener } from './event-hub.ts';
import type { HostDeps } from './host-deps.ts';
import { createHostHandlers } from './host-handlers.ts';
import { createLaunchQueue } from './launch-queue.ts';
import { createPresence } from './presence.ts';

/** The whole of the app behind its contract. Transports carry it to clients. */
export interface Host {
  /** Carries out one call of a client. Never throws. */
  call(name: string, params: unknown, context: CallContext): Promise<Reply>;
  listen(listener: EventListener): () => void;
  /** A client is there and hears events; the function says that it stopped. */
  connect(clientId: string): () => void;
  /** Opens files or folders that the user named outside of the page. */
  open(targets: readonly LaunchTarget[]): Promise<void>;
  activeRuns(): number;
  /** Tells the clients that the end was asked for while runs are going. */
  warnOfEnd(): void;
  /** Asks the page of a client to save or ask, before its window closes. */
  requestClose(requestId: string, clientId: string): void;
  /** A native menu's item was clicked. */
  act(actionId: string, clientId: string): void;
  /** Starts what should not wait for the first call: ends what an earlier crash left running. */
  recover(): Promise<void>;
  /** From now on processes of runs get no time to end by themselves. */
  hurry(): void;
  /** Ends everything, runs and their processes included. */
  dispose(): Promise<void>;
}

/** Composes the services into a host. */
export async function createHost(deps: HostDeps): Promise<Host> {
  const hub = createEventHub();
  const copiesFolder = join(deps.dataFolder, 'examples');
  const access = createPathAccess({ folders: [copiesFolder] });
  const remembered = createTrustStore({
    dataFolder: deps.dataFolder,
    shipped: [assetsFolderOf(deps.packageRoot), copiesFolder],
  });
  const trust = deps.consent ? { ...remembered, isTrusted: async () => true } : remembered;
  const queue = createLaunchQueue(deps.shell.launch, hub.emit);
  const presence = createPresence({ now: deps.now, onLeave: (clientId) => services.releaseClient(clientId) });
  const services = await createServices({
    ...deps,
    access,
    trust,
    copiesFolder,
    emit: hub.emit,
    isPresent: presence.isPresent,
  });
  const own = createHostHandlers({
    ...deps,
    queue,
    access,
    openedFolders: services.openedFolders,
    activeRuns: services.activeRuns,
  });
  const handlers: PartialHandlers = { ...services.handlers, ...own };
  const dispatch = createDispatch(handlers, deps.log);
  await allowTargets(access, deps.shell.launch);

  return {
    call: (name, params, context) => {
      presence.see(context.clientId);
      return dispatch(name, params, context);
    },
    listen: hub.listen,
    connect: presence.connect,
    open: async (targets) => {
      await allowTargets(access, targets);
      queue.open(targets);
    },
    activeRuns: services.activeRuns,
    warnOfEnd: () => hub.emit('host.endingSoon', { activeRuns: services.activeRuns() }),
    requestClose: (requestId, clientId) => hub.emit('host.closeRequested', { requestId }, clientId),
    act: (actionId, clientId) => hub.emit('host.action', { actionId }, clientId),
    recover: services.recover,
    hurry: services.hurry,
    dispose: async () => {
      presence.dispose();
      await services.dispose();
      await deps.log.flush();
    },
  };
}

async function allowTargets(access: PathAccess, targets: readonly LaunchTarget[]): Promise<void> {
  for (const { kind, path } of targets) {
    const folder = kind === 'folder' ? path : dirname(path);
    await (kind === 'file' && isTooWide(folder) ? access.allowFile(path) : access.allowFolder(folder));
  }
}

/** A file's folder comes with it, for its components; but never all of a home folder or disk because of one file. */
function isTooWide(folder: string): boolean {
  return folder === homedir() || dirname(folder) === folder;
}
