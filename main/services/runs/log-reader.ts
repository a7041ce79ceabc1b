import { type FileHandle, open } from 'node:fs/promises';
import type { LogSlice } from '../../../src/api/results.ts';

const NOTHING = { text: '', start: 0, end: 0, size: 0 };

/**
 * A slice of a log by byte offsets; a negative offset counts from the end. Ends never cut a character in two.
 * An absent log is empty.
 */
export async function readLogSlice(path: string, offset: number, limit: number): Promise<Omit<LogSlice, 'complete'>> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return NOTHING;
  try {
    const { size } = await handle.stat();
    const wanted = offset < 0 ? Math.max(0, size + offset) : Math.min(offset, size);
    const bytes = await readBytes(handle, wanted, Math.min(limit, size - wanted));
    const start = skipContinuation(bytes, wanted);
    const end = bytes.length - cutCharacterLength(bytes);
    return { text: bytes.subarray(start, end).toString('utf8'), start: wanted + start, end: wanted + end, size };
  } finally {
    await handle.close();
  }
}

async function readBytes(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Bytes at the start that belong to a character before the slice. */
function skipContinuation(bytes: Buffer, position: number): number {
  if (position === 0) return 0;
  let start = 0;
  while (start < Math.min(3, bytes.length) && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return start;
}

/** Bytes at the end that begin a character that is not complete. */
function cutCharacterLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
