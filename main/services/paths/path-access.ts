import { dirname, isAbsolute, normalize } from 'node:path';
import { HostError } from '../../../src/api/errors.ts';
import { toHostError } from '../support/node-errors.ts';
import { isInside } from './is-inside.ts';
import { resolveRealPath } from './resolve-real-path.ts';

/** Which paths clients may name. Everything else on the machine does not exist for them. */
export interface PathAccess {
  /** The real path of an allowed one. Fails with `outside-workspace`; links that lead out are refused alike. */
  check(path: string): Promise<string>;
  /** The same for a file's new name: also allowed beside a file that was allowed by itself. */
  checkNewName(path: string, newPath: string): Promise<string>;
  /** Allows a folder and all below it, until the app ends. Returns its real path. */
  allowFolder(path: string): Promise<string>;
  /** Allows one file, which need not be there yet. Returns its real path. */
  allowFile(path: string): Promise<string>;
}

/** Starts with `folders` allowed; they need not exist yet. */
export function createPathAccess(deps: { readonly folders: readonly string[] }): PathAccess {
  const folders = new Set<string>();
  const files = new Set<string>();
  let initial: Promise<unknown> | undefined;

  const resolveInitial = (): Promise<unknown> => {
    initial ??= Promise.all(deps.folders.map(async (folder) => folders.add(await resolveAllowed(folder))));
    return initial;
  };

  const isAllowed = (real: string): boolean => files.has(real) || [...folders].some((folder) => isInside(folder, real));

  async function check(path: string): Promise<string> {
    await resolveInitial();
    const real = await resolveAllowed(path);
    if (!isAllowed(real)) throw new HostError('outside-workspace', { path });
    return real;
  }

  return {
    check,
    checkNewName: async (path, newPath) => {
      const real = await check(path);
      const target = await resolveAllowed(newPath);
      if (files.has(real) && dirname(real) === dirname(target)) files.add(target);
      return await check(newPath);
    },
    allowFolder: async (path) => {
      const real = await resolveAllowed(path);
      folders.add(real);
      return real;
    },
    allowFile: async (path) => {
      const real = await resolveAllowed(path);
      files.add(real);
      return real;
    },
  };
}

/** A path that cannot be followed tells nothing about what is there: it is outside, like any other. */
async function resolveAllowed(path: string): Promise<string> {
  if (!isAbsolute(path) || path.includes('\0'))
    throw new HostError('outside-workspace', { path: path.replaceAll('\0', '') });
  try {
    return await resolveRealPath(normalize(path));
  } catch (error) {
    throw toHostError(error, path) === undefined ? error : new HostError('outside-workspace', { path });
  }
}
