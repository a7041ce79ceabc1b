import { type FileHandle, open } from 'node:fs/promises';
import { createContext, Script } from 'node:vm';
import { HostError } from '../../../src/api/errors.ts';
import type { LogMatches } from '../../../src/api/results.ts';

/** Of a longer line only the beginning is searched and shown, in characters. */
const LINE_LIMIT = 2000;
/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const LINE_LIMIT_BYTES = 3 * LINE_LIMIT;
const CHUNK_BYTES = 256 * 1024;
/** An expression that needs longer for one chunk would do so for every one. */
const CHUNK_MILLISECONDS = 500;
const LINE_BREAK = 0x0a;

interface FoundLine {
  readonly line: number;
  /** Byte at which it begins. */
  readonly offset: number;
  readonly text: string;
}

/**
 * Finds lines in a log without holding it in memory, however long it or a line of it is. Fails with `unsupported`
 * for an expression that takes too long, and with `cancelled` once the signal says so.
 */
export async function searchLog(
  path: string,
  pattern: RegExp,
  limit: number,
  signal?: AbortSignal,
): Promise<LogMatches> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return { matches: [], truncated: false };
  const select = createSelector(pattern);
  const matches: FoundLine[] = [];
  try {
    for await (const lines of readLines(handle)) {
      if (signal?.aborted) throw new HostError('cancelled');
      for (const found of select(lines)) {
        if (matches.length >= limit) return { matches, truncated: true };
        matches.push(found);
      }
    }
  } finally {
    await handle.close();
  }
  return { matches, truncated: false };
}

/** The pattern of a search, ignoring case; undefined when it is not a regular expression. */
export function searchPattern(query: string, regularExpression: boolean): RegExp | undefined {
  const source = regularExpression ? query : query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(source, 'i');
  } catch {
    return undefined;
  }
}

/** Tests lines in a context of their own, which is the one way to end an expression that backtracks for ever. */
function createSelector(pattern: RegExp): (lines: readonly FoundLine[]) => readonly FoundLine[] {
  const script = new Script('lines.filter((line) => pattern.test(line.text))');
  const scope: { pattern: RegExp; lines: readonly FoundLine[] } = { pattern, lines: [] };
  const context = createContext(scope);
  return (lines) => {
    scope.lines = lines;
    try {
      return script.runInContext(context, { timeout: CHUNK_MILLISECONDS }) as readonly FoundLine[];
    } catch (error) {
      if (isTimeout(error)) throw new HostError('unsupported');
      throw error;
    }
  };
}

function isTimeout(error: unknown): boolean {
  // The error is made in the other context: it is no Error of ours.
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/** The lines of a file, those of one chunk at a time, by bytes: a log need not be valid UTF-8. */
async function* readLines(handle: FileHandle): AsyncGenerator<readonly FoundLine[]> {
  let head = Buffer.alloc(0);
  let line = 1;
  let lineStart = 0;
  let position = 0;
  for (;;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    const lines: FoundLine[] = [];
    let at = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end !== -1; end = chunk.indexOf(LINE_BREAK, at)) {
      lines.push({ line, offset: lineStart, text: textOf(addToHead(head, chunk.subarray(at, end))) });
      head = Buffer.alloc(0);
      at = end + 1;
      line += 1;
      lineStart = position + at;
    }
    head = addToHead(head, chunk.subarray(at));
    position += bytesRead;
    yield lines;
  }
  if (position > lineStart) yield [{ line, offset: lineStart, text: textOf(head) }];
}

function addToHead(head: Buffer<ArrayBuffer>, more: Buffer): Buffer<ArrayBuffer> {
  return Buffer.concat([head, more.subarray(0, Math.max(0, LINE_LIMIT_BYTES - head.length))]);
}

function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\r$/, '').slice(0, LINE_LIMIT);
}
