import type { Stats } from 'node:fs';
import { access, constants, open, readFile } from 'node:fs/promises';
import { HostError } from '../../../src/api/errors.ts';
import { errnoOf } from '../support/node-errors.ts';
import { stampOf } from './stamp.ts';

/** The largest text file that is opened, in bytes. */
export const TEXT_LIMIT_BYTES = 64 * 1024 * 1024;

export interface TextFile {
  readonly text: string;
  readonly stamp: string;
  readonly readOnly: boolean;
}

/**
 * Reads a UTF-8 text file; a byte order mark stays in the text. Expected failures: `not-found`, `not-a-file`,
 * `too-large`, `not-text` with the reason as `values.reason` (binary, utf-16, not-utf-8).
 */
export async function readTextFile(path: string, limit = TEXT_LIMIT_BYTES): Promise<TextFile> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    refuseStrange(path, found, limit);
    const content = await handle.readFile();
    return { text: decodeText(path, content), stamp: stampOf(content), readOnly: !(await isWritable(path, found)) };
  } finally {
    await handle.close();
  }
}

/** The stamp of what is on disk; null where there is no file. */
export async function readStamp(path: string): Promise<string | null> {
  try {
    return stampOf(await readFile(path));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** False without any write permission bit, which the user root passes over but means nonetheless. */
export async function isWritable(path: string, found: Stats): Promise<boolean> {
  if ((found.mode & 0o222) === 0) return false;
  return await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Devices and pipes could be read for ever. */
function refuseStrange(path: string, found: Stats, limit: number): void {
  if (!found.isFile()) throw new HostError('not-a-file', { path });
  if (found.size > limit) {
    throw new HostError('too-large', { path, megabytes: toMegabytes(found.size), limit: toMegabytes(limit) });
  }
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

function decodeText(path: string, content: Buffer): string {
  if (startsAsUtf16(content)) throw new HostError('not-text', { path, reason: 'utf-16' });
  if (content.includes(0)) throw new HostError('not-text', { path, reason: 'binary' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new HostError('not-text', { path, reason: 'not-utf-8' });
  }
}

function startsAsUtf16(content: Buffer): boolean {
  const mark = content.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff';
}
