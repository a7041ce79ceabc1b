import { parseYamlText } from './read-source.ts';

/** A part of the text that YAML cannot read. */
export interface BrokenPart {
  /** 1-based line of the error. */
  readonly line: number;
  /** The parser's own words. */
  readonly reason: string;
}

/** A text of which the unreadable parts are blank lines, so that the rest keeps its places. */
export interface RecoveredText {
  readonly text: string;
  readonly broken: readonly BrokenPart[];
}

/**
 * Finds the smallest entries of a text that keep it from being read, and blanks them: the text is cut at the least
 * indentation, every piece is tried by itself, and a piece that fails is cut again. Linear for a text that is mostly fine.
 */
export function recoverText(text: string): RecoveredText {
  const lines = text.split('\n');
  const broken: BrokenPart[] = [];
  blankBroken(lines, 0, lines.length, broken);
  return { text: lines.join('\n'), broken };
}

function blankBroken(lines: string[], from: number, to: number, broken: BrokenPart[]): void {
  const error = firstError(lines.slice(from, to).join('\n'));
  if (error === undefined) return;
  const pieces = cutPieces(lines, from, to);
  const [only] = pieces;
  if (pieces.length > 1) {
    for (const piece of pieces) blankBroken(lines, piece.from, piece.to, broken);
    if (firstError(lines.slice(from, to).join('\n')) === undefined) return;
  } else if (only !== undefined && /:\s*(?:#.*)?$/.test(lines[only.from] ?? '') && only.from + 1 < only.to) {
    blankBroken(lines, only.from + 1, only.to, broken);
    if (firstError(lines.slice(from, to).join('\n')) === undefined) return;
  }
  broken.push({ line: from + error.line, reason: error.reason });
  for (let index = from; index < to; index++) lines[index] = '';
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The pieces that begin at the least indentation. Lines before the first one belong to none. */
function cutPieces(lines: readonly string[], from: number, to: number): readonly Piece[] {
  const starts: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let index = from; index < to; index++) {
    const indent = indentOf(lines[index] ?? '');
    if (indent === undefined || indent > least) continue;
    if (indent < least) starts.length = 0;
    least = indent;
    starts.push(index);
  }
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
}

/** The indentation of a line with content. */
function indentOf(line: string): number | undefined {
  const content = line.search(/\S/);
  return content < 0 || line[content] === '#' ? undefined : content;
}

function firstError(text: string): BrokenPart | undefined {
  const [error] = parseYamlText(text).document.errors;
  if (error === undefined) return undefined;
  const [reason = ''] = error.message.split(/ at line \d+|\n/);
  return { line: error.linePos?.[0].line ?? 1, reason };
}
