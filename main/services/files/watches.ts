import type { Emit } from '../../../src/api/host.ts';
import type { Logger } from '../log/logger.ts';
import { createFileWatch } from './file-watch.ts';
import { readStamp } from './read-text-file.ts';

/** Which client watches which file, and what each of them knows of it already. */
export interface Watches {
  watch(path: string, clientId: string): Promise<void>;
  unwatch(path: string, clientId: string): void;
  releaseClient(clientId: string): void;
  /** A client saved: it knows the new content, the others are told. */
  noteWritten(path: string, stamp: string, clientId: string): void;
  /** A client renamed the file: it knows that the old name is gone. */
  noteMoved(path: string, clientId: string): void;
  dispose(): void;
}

/** Tells watching clients of changes that they did not make themselves. */
export function createWatches(deps: { readonly emit: Emit; readonly log: Logger }): Watches {
  /** Path to client to the stamp it was last told; null for a file that is gone. */
  const known = new Map<string, Map<string, string | null>>();
  const fileWatch = createFileWatch({ onChange: (path) => void announce(path) });

  async function announce(path: string): Promise<void> {
    try {
      const stamp = await readStamp(path);
      for (const [clientId, last] of known.get(path) ?? []) {
        if (last === stamp) continue;
        known.get(path)?.set(clientId, stamp);
        deps.emit('file.changed', { path, stamp }, clientId);
      }
    } catch (error) {
      deps.log.warn(`reading ${path} after a change`, error);
    }
  }

  function unwatch(path: string, clientId: string): void {
    const clients = known.get(path);
    if (!clients?.delete(clientId) || clients.size > 0) return;
    known.delete(path);
    fileWatch.remove(path);
  }

  function note(path: string, stamp: string | null, clientId: string): void {
    if (known.get(path)?.has(clientId)) known.get(path)?.set(clientId, stamp);
  }

  return {
    watch: async (path, clientId) => {
      const clients = known.get(path) ?? new Map<string, string | null>();
      known.set(path, clients);
      fileWatch.add(path);
      clients.set(clientId, await readStamp(path));
    },
    unwatch,
    releaseClient: (clientId) => {
      for (const path of [...known.keys()]) unwatch(path, clientId);
    },
    noteWritten: note,
    noteMoved: (path, clientId) => note(path, null, clientId),
    dispose: () => fileWatch.dispose(),
  };
}
