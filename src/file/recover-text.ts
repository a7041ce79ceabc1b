import { parseYamlText } from './read-source.ts';

/** A part of the text that YAML cannot read. */
export interface BrokenPart {
  /** 1-based line of the error. */
  readonly line: number;
  /** The parser's own words. */
  readonly reason: string;
}

/** How often a piece is cut again. Deeper than that, the piece goes as a whole; pipelines are not that deep. */
const DEPTH_LIMIT = 24;

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
  blankBroken(lines, { from: 0, to: lines.length }, broken, 0);
  return { text: lines.join('\n'), broken };
}

function blankBroken(lines: string[], piece: Piece, broken: BrokenPart[], depth: number): void {
  const error = errorIn(lines, piece);
  if (error === undefined) return;
  const inner = depth < DEPTH_LIMIT ? innerPieces(lines, piece) : [];
  for (const part of inner) blankBroken(lines, part, broken, depth + 1);
  if (inner.length > 0 && errorIn(lines, piece) === undefined) return;
  broken.push({ line: piece.from + error.line, reason: error.reason });
  for (let index = piece.from; index < piece.to; index++) lines[index] = '';
}

/** The entries of a piece; for a single entry, what is below its key. None when it cannot be cut. */
function innerPieces(lines: readonly string[], piece: Piece): readonly Piece[] {
  const pieces = cutPieces(lines, piece.from, piece.to);
  const [only] = pieces;
  if (pieces.length !== 1 || only === undefined) return pieces;
  const opens = /:\s*(?:#.*)?$/.test(lines[only.from] ?? '');
  return opens && only.from + 1 < only.to ? [{ from: only.from + 1, to: only.to }] : [];
}

function errorIn(lines: readonly string[], piece: Piece): BrokenPart | undefined {
  return firstError(lines.slice(piece.from, piece.to).join('\n'));
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

/** The indentation of a line that can begin an entry: not a comment, and not indented by tabs, which YAML forbids. */
function indentOf(line: string): number | undefined {
  const content = line.search(/[^ ]/);
  return content < 0 || line[content] === '#' || line[content] === '\t' ? undefined : content;
}

function firstError(text: string): BrokenPart | undefined {
  const [error] = parseYamlText(text).document.errors;
  if (error === undefined) return undefined;
  const [reason = ''] = error.message.split(/ at line \d+|\n/);
  return { line: error.linePos?.[0].line ?? 1, reason };
}
