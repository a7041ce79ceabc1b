import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createChunkMask, type SecretMask } from './secret-mask.ts';

/** Writes the log of one try. */
export interface LogWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** A line of the app's own. */
  line(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates the log. `grew` is told its new size in bytes. */
export async function openLogWriter(path: string, mask: SecretMask, grew: (size: number) => void): Promise<LogWriter> {
  await mkdir(dirname(path), { recursive: true });
  const handle: FileHandle = await open(path, 'a', 0o600);
  const chunks = createChunkMask(mask);
  let size = (await handle.stat()).size;

  async function append(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    await handle.appendFile(bytes);
    size += bytes.length;
    grew(size);
  }

  return {
    write: (chunk) => append(chunks.push(chunk)),
    line: (text) => append(new TextEncoder().encode(`${mask.text(text)}\n`)),
    close: async () => {
      await append(chunks.end());
      await handle.close();
    },
  };
}
