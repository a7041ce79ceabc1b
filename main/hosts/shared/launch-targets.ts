import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LaunchTarget } from '../../../src/api/results.ts';
import { concerning } from '../../services/support/node-errors.ts';

/** What a path on the command line means. Fails with `not-found` and the like. */
export async function findLaunchTarget(path: string, from: string): Promise<LaunchTarget> {
  const absolute = resolve(from, path);
  return await concerning(path, async () => {
    const real = await realpath(absolute);
    const found = await stat(real);
    return { kind: found.isDirectory() ? 'folder' : 'file', path: real };
  });
}
