import { type FSWatcher, watch } from 'node:fs';

/** Quiet time after which a burst of changes counts as one, in milliseconds. */
const SETTLE_MILLISECONDS = 150;

/** A watch on a set of folders, which the owner brings up to date after each look at them. */
export interface FolderTreeWatch {
  /** Watches exactly these folders from now on. */
  setFolders(folders: readonly string[]): void;
  dispose(): void;
}

/**
 * Calls back after something came, went or changed in one of the folders. One system watch a folder: folders
 * that the walk passes over (`node_modules`, …) cost nothing. `concerns` picks the names that matter; names without
 * an ending may be folders and always do.
 */
export function createFolderTreeWatch(deps: {
  readonly concerns: (name: string) => boolean;
  readonly onChange: () => void;
}): FolderTreeWatch {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(deps.onChange, SETTLE_MILLISECONDS).unref();
  }

  function close(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function open(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name === null || !name.includes('.', 1) || name === '.gitignore' || deps.concerns(name)) schedule();
      });
      watcher.on('error', () => {
        close(folder);
        schedule();
      });
      watchers.set(folder, watcher);
    } catch {
      // Gone since the walk, or the system's watches are used up: changes there are seen at the next look.
    }
  }

  return {
    setFolders: (folders) => {
      const wanted = new Set(folders);
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) if (!watchers.has(folder)) open(folder);
    },
    dispose: () => {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) close(folder);
    },
  };
}
