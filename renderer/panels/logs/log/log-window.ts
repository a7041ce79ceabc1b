import type { LogSlice } from '../../../../src/api/results.ts';

/**
 * The part of a log that is in memory: slices of bytes without gaps between them. However long the log is, no more
 * than `WINDOW_BYTES` are held; reading on at one end drops slices at the other.
 */
export interface LogWindow {
  readonly segments: readonly LogSegment[];
  /** Bytes of the whole log, as far as is known. */
  readonly size: number;
  /** Nothing more will be written. */
  readonly complete: boolean;
  /** The number of the line that the window begins in, from 1; null where nobody has counted. */
  readonly firstLine: number | null;
}

/** Bytes `start` to `end` of the log. */
export interface LogSegment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How much is read at one time. */
export const SEGMENT_BYTES = 128 * 1024;
/** The most that is held. */
export const WINDOW_BYTES = 1024 * 1024;

/** A log of which nothing is known yet. */
export const EMPTY_WINDOW: LogWindow = { segments: [], size: 0, complete: false, firstLine: 1 };

/** Where the window begins in the log, in bytes. */
export function windowStart(window: LogWindow): number {
  return window.segments[0]?.start ?? 0;
}

/** Where the window ends in the log, in bytes. */
export function windowEnd(window: LogWindow): number {
  return window.segments.at(-1)?.end ?? 0;
}

/** Whether the window shows the end of what was written so far. */
export function reachesEnd(window: LogWindow): boolean {
  return windowEnd(window) >= window.size;
}

/** A window around one slice, where a line begins whose number may be known. */
export function windowOf(slice: LogSlice, firstLine: number | null): LogWindow {
  const { size, complete } = slice;
  const known = slice.start === 0 ? 1 : firstLine;
  return { segments: slice.text === '' ? [] : [segmentOf(slice)], size, complete, firstLine: known };
}

/** The window after reading on. A slice that does not follow on (the log was read elsewhere meanwhile) changes nothing. */
export function appendSlice(window: LogWindow, slice: LogSlice): LogWindow {
  const { size, complete } = slice;
  if (slice.start !== windowEnd(window)) return window;
  if (slice.text === '') return { ...window, size, complete };
  const segments = joinLast(window.segments, segmentOf(slice));
  return dropFront({ ...window, segments, size, complete });
}

/** The window after reading what stands before it. */
export function prependSlice(window: LogWindow, slice: LogSlice): LogWindow {
  if (slice.text === '' || slice.end !== windowStart(window)) return window;
  const segment = segmentOf(slice);
  const counted = window.firstLine === null ? null : window.firstLine - countBreaks(segment.text);
  const firstLine = segment.start === 0 ? 1 : counted;
  return dropBack({
    ...window,
    segments: [segment, ...window.segments],
    size: Math.max(window.size, slice.size),
    firstLine,
  });
}

/** The window when the log is known to be longer. */
export function growTo(window: LogWindow, size: number): LogWindow {
  return size <= window.size ? window : { ...window, size, complete: false };
}

function segmentOf({ start, end, text }: LogSlice): LogSegment {
  return { start, end, text };
}

/** Small slices of a log that grows line by line become one segment. */
function joinLast(segments: readonly LogSegment[], next: LogSegment): readonly LogSegment[] {
  const last = segments.at(-1);
  if (last === undefined || next.end - last.start > SEGMENT_BYTES) return [...segments, next];
  return [...segments.slice(0, -1), { start: last.start, end: next.end, text: last.text + next.text }];
}

function dropFront(window: LogWindow): LogWindow {
  let { segments, firstLine } = window;
  while (segments.length > 1 && (segments.at(-1)?.end ?? 0) - (segments[0]?.start ?? 0) > WINDOW_BYTES) {
    if (firstLine !== null) firstLine += countBreaks(segments[0]?.text ?? '');
    segments = segments.slice(1);
  }
  return { ...window, segments, firstLine };
}

function dropBack(window: LogWindow): LogWindow {
  let { segments } = window;
  while (segments.length > 1 && (segments.at(-1)?.end ?? 0) - (segments[0]?.start ?? 0) > WINDOW_BYTES) {
    segments = segments.slice(0, -1);
  }
  return { ...window, segments };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
