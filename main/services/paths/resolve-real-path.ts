import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from '../support/node-errors.ts';

/**
 * The path with every link on the way followed. What is not there yet keeps its name below the nearest folder
 * that is. A link that leads nowhere counts as an error (ENOENT), since writing would follow it.
 */
export async function resolveRealPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (errnoOf(error) !== 'ENOENT' || parent === path || (await isLink(path))) throw error;
    return join(await resolveRealPath(parent), basename(path));
  }
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isSymbolicLink() ?? false;
}
