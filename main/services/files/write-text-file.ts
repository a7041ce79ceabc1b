import { stat } from 'node:fs/promises';
import { HostError } from '../../../src/api/errors.ts';
import { errnoOf } from '../support/node-errors.ts';
import { writeAtomic } from '../support/write-atomic.ts';
import { isWritable, readStamp } from './read-text-file.ts';

/**
 * Saves a file where the disk still holds what the editor last saw (`expectedStamp`; null: no file yet).
 * Otherwise fails with `conflict`, whose data tells the stamp that is there now.
 */
export async function writeTextFile(path: string, content: Uint8Array, expectedStamp: string | null): Promise<void> {
  await refuseReadOnly(path);
  const refuseNewer = async (): Promise<void> => {
    const stamp = await readStamp(path);
    if (stamp !== expectedStamp) throw new HostError('conflict', { path }, { stamp });
  };
  await refuseNewer();
  try {
    await writeAtomic(path, content, { check: refuseNewer, exclusive: expectedStamp === null });
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') await refuseNewer();
    throw error;
  }
}

async function refuseReadOnly(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isFile()) throw new HostError('not-a-file', { path });
  if (!(await isWritable(path, found))) throw new HostError('read-only', { path });
}
