import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Digests of files and folders, remembered while size and time of change stay the same. */
export interface ContentDigests {
  /** Undefined when there is nothing at the path. */
  digest(path: string): Promise<string | undefined>;
}

export function createContentDigests(): ContentDigests {
  const known = new Map<string, { readonly mark: string; readonly digest: string }>();

  async function digest(path: string): Promise<string | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return undefined;
    if (found.isDirectory()) return await digestFolder(path);
    const mark = `${found.size}:${found.mtimeMs}`;
    const remembered = known.get(path);
    if (remembered?.mark === mark) return remembered.digest;
    const fresh = await digestFile(path);
    known.set(path, { mark, digest: fresh });
    return fresh;
  }

  async function digestFolder(path: string): Promise<string> {
    const hash = createHash('sha256');
    const names = (await readdir(path)).filter((name) => name !== '__pycache__' && name !== '.git').sort();
    for (const name of names) hash.update(`${name}\0${await digest(join(path, name))}\0`);
    return hash.digest('hex');
  }

  return { digest };
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
