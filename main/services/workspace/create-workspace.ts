import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import type { Emit, Service } from '../../../src/api/host.ts';
import type { WorkspaceInfo } from '../../../src/api/results.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { concerning } from '../support/node-errors.ts';
import type { TrustStore } from '../trust/trust-store.ts';
import { createPipelineList, type PipelineList } from './pipeline-list.ts';

export type WorkspaceService = Service<
  'workspace.open' | 'workspace.close' | 'workspace.list' | 'workspace.pipelines'
> & {
  /** The folders that any client has open, in the order they were opened. */
  openedFolders(): readonly string[];
  /** Calls back when a folder was opened or closed. Returns the end of it. */
  onChange(listener: () => void): () => void;
  /** Closes what a client had open that has left. */
  releaseClient(clientId: string): void;
};

export interface WorkspaceDeps {
  readonly access: PathAccess;
  readonly trust: TrustStore;
  readonly emit: Emit;
}

interface OpenedFolder {
  readonly clients: Set<string>;
  readonly pipelines: PipelineList;
}

/** Opened folders. Each belongs to the clients that opened it; their paths are allowed by then. */
export function createWorkspace(deps: WorkspaceDeps): WorkspaceService {
  const opened = new Map<string, OpenedFolder>();
  const listeners = new Set<() => void>();
  const tellChange = (): void => {
    for (const listener of listeners) listener();
  };

  async function describe(root: string): Promise<WorkspaceInfo> {
    return { root, name: basename(root) || root, trusted: await deps.trust.isTrusted(root) };
  }

  function open(root: string, clientId: string): void {
    const known = opened.get(root);
    if (known) {
      known.clients.add(clientId);
      return;
    }
    const onChange = (): void => deps.emit('workspace.pipelinesChanged', { root });
    opened.set(root, { clients: new Set([clientId]), pipelines: createPipelineList({ root, onChange }) });
    tellChange();
  }

  function close(root: string, clientId: string): void {
    const folder = opened.get(root);
    if (!folder?.clients.delete(clientId) || folder.clients.size > 0) return;
    folder.pipelines.dispose();
    opened.delete(root);
    tellChange();
  }

  return {
    handlers: {
      'workspace.open': async ({ path }, { clientId }) => {
        const root = await deps.access.check(path);
        await concerning(path, () => requireFolder(root));
        await deps.access.allowFolder(root);
        open(root, clientId);
        return await describe(root);
      },
      'workspace.close': async ({ root }, { clientId }) => {
        close(root, clientId);
        return null;
      },
      'workspace.list': async (_params, { clientId }) => {
        const own = [...opened].filter(([, folder]) => folder.clients.has(clientId)).map(([root]) => root);
        return { workspaces: await Promise.all(own.map(describe)) };
      },
      'workspace.pipelines': async ({ root }) => {
        const folder = opened.get(root);
        if (!folder) throw new HostError('outside-workspace', { path: root });
        return { pipelines: await folder.pipelines.read() };
      },
    },
    openedFolders: () => [...opened.keys()],
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    releaseClient: (clientId) => {
      for (const root of [...opened.keys()]) close(root, clientId);
    },
    dispose: async () => {
      for (const { pipelines } of opened.values()) pipelines.dispose();
      opened.clear();
    },
  };
}

async function requireFolder(path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) throw new HostError('not-a-folder', { path });
}
