import type { ReadSlice } from '../../../renderer/panels/logs/log/log-reader.ts';
import type { LogSlice } from '../../../src/api/results.ts';

/** A log that can be read as the host reads one: by bytes, never cutting a character in two. */
export interface FakeLog {
  readonly read: ReadSlice;
  /** Offsets and limits that were asked for. */
  readonly asked: (readonly [number, number])[];
  append(text: string): number;
  end(): void;
}

export function createFakeLog(text = ''): FakeLog {
  let bytes = Buffer.from(text, 'utf8');
  let ended = false;
  const asked: (readonly [number, number])[] = [];
  const isInside = (index: number): boolean => index < bytes.length && ((bytes[index] ?? 0) & 0xc0) === 0x80;
  return {
    asked,
    read: async (offset, limit): Promise<LogSlice> => {
      asked.push([offset, limit]);
      let start = offset < 0 ? Math.max(0, bytes.length + offset) : Math.min(offset, bytes.length);
      let end = Math.min(bytes.length, start + limit);
      while (isInside(start)) start += 1;
      while (end > start && isInside(end)) end -= 1;
      const size = bytes.length;
      return { text: bytes.toString('utf8', start, end), start, end, size, complete: ended && end >= size };
    },
    append: (more) => {
      bytes = Buffer.concat([bytes, Buffer.from(more, 'utf8')]);
      return bytes.length;
    },
    end: () => {
      ended = true;
    },
  };
}
