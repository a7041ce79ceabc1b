import type { LogSlice } from '../../../../src/api/results.ts';
import {
  appendSlice,
  EMPTY_WINDOW,
  growTo,
  type LogWindow,
  prependSlice,
  reachesEnd,
  SEGMENT_BYTES,
  windowEnd,
  windowOf,
  windowStart,
} from './log-window.ts';

/** Reads bytes of one log; a negative offset counts from its end. */
export type ReadSlice = (offset: number, limit: number) => Promise<LogSlice>;

/** Keeps the window of one log. One request is on its way at a time. */
export interface LogReader {
  window(): LogWindow;
  /** Reads the end and stays there when the log grows. */
  follow(): Promise<void>;
  /** Leaves the end alone when the log grows. */
  stopFollowing(): void;
  isFollowing(): boolean;
  toStart(): Promise<void>;
  /** Shows the line that begins at a byte. */
  toLine(offset: number, line: number): Promise<void>;
  readBefore(): Promise<void>;
  readAfter(): Promise<void>;
  /** The log was told to be this long, or its end is not known. */
  grew(size: number | null): Promise<void>;
}

/** Follows a log through `read`; `changed` is called when the window or the following is another. */
export function createLogReader(read: ReadSlice, changed: () => void): LogReader {
  let window = EMPTY_WINDOW;
  let following = true;
  let last: Promise<unknown> = Promise.resolve();

  function show(next: LogWindow): void {
    if (next === window) return;
    window = next;
    changed();
  }

  function setFollowing(next: boolean): void {
    if (next === following) return;
    following = next;
    changed();
  }

  /** One after the other: each step starts from the window that the one before it left. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const done = last.then(step);
    last = done.catch(() => undefined);
    return done;
  }

  async function readEnd(): Promise<void> {
    const gap = window.size - windowEnd(window);
    if (window.segments.length === 0 || gap > SEGMENT_BYTES) {
      return show(windowOf(await read(-SEGMENT_BYTES, SEGMENT_BYTES), null));
    }
    const before = windowEnd(window);
    await readOn();
    // A character that is not complete yet brings nothing on; the next report does.
    if (!reachesEnd(window) && windowEnd(window) > before) await readEnd();
  }

  async function readOn(): Promise<void> {
    show(appendSlice(window, await read(windowEnd(window), SEGMENT_BYTES)));
  }

  return {
    window: () => window,
    isFollowing: () => following,
    follow: () => {
      setFollowing(true);
      return inTurn(readEnd);
    },
    stopFollowing: () => setFollowing(false),
    toStart: () => {
      setFollowing(false);
      return inTurn(async () => show(windowOf(await read(0, SEGMENT_BYTES), 1)));
    },
    toLine: (offset, line) => {
      setFollowing(false);
      return inTurn(async () => {
        show(windowOf(await read(offset, SEGMENT_BYTES), line));
        await readBefore();
      });
    },
    readBefore: () => inTurn(readBefore),
    readAfter: () => inTurn(async () => (reachesEnd(window) && window.complete ? undefined : await readOn())),
    grew: (size) => {
      show(growTo(window, size ?? 0));
      if (following) return inTurn(readEnd);
      return size === null && reachesEnd(window) ? inTurn(readOn) : Promise.resolve();
    },
  };

  async function readBefore(): Promise<void> {
    const start = windowStart(window);
    if (start === 0) return;
    const offset = Math.max(0, start - SEGMENT_BYTES);
    show(prependSlice(window, await read(offset, start - offset)));
  }
}
