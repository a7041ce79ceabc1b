import type { LogSegment, LogWindow } from './log-window.ts';

/** One line as it is shown. */
export interface LogLine {
  /** Stays the same while more is read before or after it. */
  readonly key: string;
  /** From 1; null where nobody has counted, and for the rest of a line that was too long. */
  readonly number: number | null;
  readonly text: string;
}

/** A longer line is shown in pieces: a browser cannot lay out a line of a megabyte. */
const PIECE_CHARACTERS = 4_000;

/** The lines of a window. The text after the last line break counts as a line where there is any. */
export function linesOf(window: LogWindow): readonly LogLine[] {
  const lines: LogLine[] = [];
  let number = window.firstLine;
  let open: { key: string; text: string } | null = null;
  for (const segment of window.segments) {
    const parts = segment.text.split('\n');
    let at = 0;
    for (const [index, part] of parts.entries()) {
      open = open === null ? { key: keyAt(segment, at), text: part } : { key: open.key, text: open.text + part };
      at += part.length + 1;
      if (index === parts.length - 1) break;
      addPieces(lines, open, number);
      if (number !== null) number += 1;
      open = null;
    }
    // What follows the last break of a segment goes on in the next one.
    if (open?.text === '') open = null;
  }
  if (open !== null) addPieces(lines, open, number);
  return lines;
}

function keyAt(segment: LogSegment, index: number): string {
  return `${segment.start}+${index}`;
}

function addPieces(
  lines: LogLine[],
  line: { readonly key: string; readonly text: string },
  number: number | null,
): void {
  const text = lastWritten(line.text);
  for (let at = 0; at === 0 || at < text.length; at += PIECE_CHARACTERS) {
    const key = at === 0 ? line.key : `${line.key}/${at}`;
    lines.push({ key, number: at === 0 ? number : null, text: text.slice(at, at + PIECE_CHARACTERS) });
  }
}

/** A carriage return goes back to the line's beginning, as progress bars do: what was written last stays. */
function lastWritten(text: string): string {
  if (!text.includes('\r')) return text;
  const writes = text.split('\r').filter((write) => write !== '');
  return writes.at(-1) ?? '';
}
