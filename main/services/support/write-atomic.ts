import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './node-errors.ts';

export interface AtomicWriteOptions {
  /** For a new file; an existing one keeps its mode. Default 0o644 less the umask. */
  readonly mode?: number;
  /** Looked at when everything is on disk, just before the file takes its place; throws to call it off. */
  readonly check?: () => Promise<void>;
  /** Fail with EEXIST if the file is there. */
  readonly exclusive?: boolean;
}

/**
 * Replaces a file's whole content or leaves it as it was: written beside it, flushed, then renamed.
 * (The write-file-atomic package does not notice a short write, so a full disk would cut the file off.)
 * Throws what Node's file functions throw.
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`);
  const existing = await stat(path).catch(() => undefined);
  try {
    await writeFlushed(temporary, content, existing?.mode, options.mode);
    await options.check?.();
    await (options.exclusive ? placeExclusively(temporary, path) : rename(temporary, path));
  } finally {
    await rm(temporary, { force: true });
  }
  await flushFolder(dirname(path));
}

async function writeFlushed(
  path: string,
  content: string | Uint8Array,
  keptMode?: number,
  newMode = 0o644,
): Promise<void> {
  const handle = await open(path, 'wx', newMode);
  try {
    await handle.writeFile(content);
    if (keptMode !== undefined) await handle.chmod(keptMode & 0o7777);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Linking fails where the name is taken; renaming would replace it. Some file systems cannot link. */
async function placeExclusively(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== 'EPERM' && errno !== 'ENOTSUP' && errno !== 'ENOSYS') throw error;
    await rename(temporary, path);
  }
}

/** Makes the new name itself last through a power cut. Windows cannot open folders; the rename is enough there. */
async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // The content is safe already; only a power cut within seconds could bring the old name back.
  } finally {
    await handle?.close();
  }
}
