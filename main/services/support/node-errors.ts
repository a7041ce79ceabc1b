import { dirname } from 'node:path';
import { HostError, type HostErrorCode } from '../../../src/api/errors.ts';

const CODES: { readonly [errno: string]: HostErrorCode } = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'not-a-file',
  EEXIST: 'already-exists',
  ENOTEMPTY: 'already-exists',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'too-large',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
  ENAMETOOLONG: 'invalid-params',
  ELOOP: 'not-found',
};

/** The errno of an error that Node's file functions threw; undefined for anything else. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : undefined;
}

/** An error of Node's file functions as the failure that people are told; undefined for anything else. */
export function toHostError(error: unknown, path?: string): HostError | undefined {
  if (error instanceof HostError) return error;
  const code = CODES[errnoOf(error) ?? ''];
  if (code === undefined) return undefined;
  return new HostError(code, { path: path ?? (error as NodeJS.ErrnoException).path ?? '' });
}

/** Runs file work whose failures concern `path`, whichever helper file they happened to. */
export async function concerning<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw toHostError(error, path) ?? error;
  }
}

/** As `concerning`, for work that writes `path`: what is not there then is the folder it was to be in. */
export async function concerningWrite<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw new HostError('folder-not-found', { path, folder: dirname(path) });
    throw toHostError(error, path) ?? error;
  }
}
