import { lstat, rename } from 'node:fs/promises';
import { HostError } from '../../../src/api/errors.ts';
import type { Emit, Service } from '../../../src/api/host.ts';
import type { Logger } from '../log/logger.ts';
import type { PathAccess } from '../paths/path-access.ts';
import { concerning } from '../support/node-errors.ts';
import { createKeyedQueue } from '../support/queue.ts';
import { createClaims } from './claims.ts';
import { readTextFile } from './read-text-file.ts';
import { stampOf } from './stamp.ts';
import { createWatches } from './watches.ts';
import { writeTextFile } from './write-text-file.ts';

export type FilesService = Service<
  'files.read' | 'files.write' | 'files.rename' | 'files.watch' | 'files.unwatch' | 'files.claim' | 'files.release'
> & {
  /** Lets go of what a client held that has left. */
  releaseClient(clientId: string): void;
};

export interface FilesDeps {
  readonly access: PathAccess;
  readonly emit: Emit;
  readonly log: Logger;
  readonly isPresent: (clientId: string) => boolean;
}

/** Text files of the user: read and saved with a stamp, watched, and claimed by one window each. */
export function createFiles(deps: FilesDeps): FilesService {
  const { access } = deps;
  const claims = createClaims(deps.isPresent);
  const watches = createWatches(deps);
  const inTurn = createKeyedQueue();

  function refuseClaimed(path: string, clientId: string): void {
    if (claims.isHeldByOther(path, clientId)) throw new HostError('claimed-elsewhere', { path });
  }

  async function write(path: string, text: string, expectedStamp: string | null, clientId: string): Promise<string> {
    refuseClaimed(path, clientId);
    const content = Buffer.from(text, 'utf8');
    const stamp = stampOf(content);
    // Before the file is in place: the watch could tell of it before the writing call returns.
    watches.noteWritten(path, stamp, clientId);
    await writeTextFile(path, content, expectedStamp);
    return stamp;
  }

  async function move(path: string, newPath: string, clientId: string): Promise<void> {
    refuseClaimed(path, clientId);
    await refuseTaken(path, newPath);
    await rename(path, newPath);
    claims.move(path, newPath);
    watches.noteMoved(path, clientId);
  }

  return {
    handlers: {
      'files.read': async ({ path }) => {
        const real = await access.check(path);
        return { path: real, ...(await concerning(path, () => readTextFile(real))) };
      },
      'files.write': async ({ path, text, expectedStamp }, { clientId }) => {
        const real = await access.check(path);
        const work = (): Promise<string> => concerning(path, () => write(real, text, expectedStamp, clientId));
        return { stamp: await inTurn(real, work) };
      },
      'files.rename': async ({ path, newPath }, { clientId }) => {
        const real = await access.check(path);
        const target = await access.checkNewName(path, newPath);
        await inTurn(real, () => concerning(newPath, () => move(real, target, clientId)));
        return { path: target };
      },
      'files.watch': async ({ path }, { clientId }) => {
        await watches.watch(await access.check(path), clientId);
        return null;
      },
      'files.unwatch': async ({ path }, { clientId }) => {
        watches.unwatch(await access.check(path), clientId);
        return null;
      },
      'files.claim': async ({ path }, { clientId }) => ({ claimed: claims.claim(await access.check(path), clientId) }),
      'files.release': async ({ path }, { clientId }) => {
        claims.release(await access.check(path), clientId);
        return null;
      },
    },
    releaseClient: (clientId) => {
      claims.releaseAll(clientId);
      watches.releaseClient(clientId);
    },
    dispose: async () => watches.dispose(),
  };
}

/** Renaming would replace silently. Only the letters' case may change where the system takes both for one name. */
async function refuseTaken(path: string, newPath: string): Promise<void> {
  const [source, target] = await Promise.all([lstat(path), lstat(newPath).catch(() => undefined)]);
  if (target && target.ino !== source.ino) throw new HostError('already-exists', { path: newPath });
}
