import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Quiet time after which a burst of events of one file counts as one change, in milliseconds. */
const SETTLE_MILLISECONDS = 50;
/** How soon a folder that vanished is looked for again, in milliseconds. */
const RETRY_MILLISECONDS = 2000;

/** Tells when watched files may have changed, were removed or came back. */
export interface FileWatch {
  add(path: string): void;
  remove(path: string): void;
  dispose(): void;
}

interface WatchedFolder {
  readonly names: Set<string>;
  watcher: FSWatcher | undefined;
}

/**
 * Watches files through their folders, one system watch a folder: an editor that saves by renaming makes a new
 * file, of which a watch on the old one would never tell.
 */
export function createFileWatch(deps: { readonly onChange: (path: string) => void }): FileWatch {
  const folders = new Map<string, WatchedFolder>();
  const timers = new Map<string, NodeJS.Timeout>();

  function schedule(key: string, delay: number, work: () => void): void {
    clearTimeout(timers.get(key));
    const timer = setTimeout(() => {
      timers.delete(key);
      work();
    }, delay);
    timers.set(key, timer.unref());
  }

  function announce(folder: string, names: Iterable<string>): void {
    for (const name of names) {
      const path = join(folder, name);
      schedule(path, SETTLE_MILLISECONDS, () => deps.onChange(path));
    }
  }

  /** A folder that is gone ends its watch; its files are announced, and it is looked for until it is back. */
  function open(folder: string, watched: WatchedFolder): void {
    const lost = (): void => {
      watched.watcher?.close();
      watched.watcher = undefined;
      if (folders.get(folder) === watched) schedule(`${folder}\0`, RETRY_MILLISECONDS, () => open(folder, watched));
    };
    try {
      watched.watcher = watch(folder, { persistent: false }, (event, name) => {
        if (name === null || watched.names.has(name)) announce(folder, name === null ? watched.names : [name]);
        else if (event === 'rename' && name === basename(folder)) {
          announce(folder, watched.names);
          lost();
        }
      });
      watched.watcher.on('error', lost);
      announce(folder, watched.names);
    } catch {
      lost();
    }
  }

  return {
    add: (path) => {
      const folder = dirname(path);
      const known = folders.get(folder);
      const watched = known ?? { names: new Set<string>(), watcher: undefined };
      folders.set(folder, watched);
      if (!known) open(folder, watched);
      watched.names.add(basename(path));
    },
    remove: (path) => {
      const watched = folders.get(dirname(path));
      watched?.names.delete(basename(path));
      if (!watched || watched.names.size > 0) return;
      folders.delete(dirname(path));
      watched.watcher?.close();
    },
    dispose: () => {
      for (const { watcher } of folders.values()) watcher?.close();
      for (const timer of timers.values()) clearTimeout(timer);
      folders.clear();
      timers.clear();
    },
  };
}
