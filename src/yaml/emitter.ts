/**
 * The running state of PyYAML's `Emitter` that its line folding and indentation depend on.
 * `indent` is `null` outside any collection.
 */
export interface Emitter {
  /** The text so far. */
  readonly text: string;
  /** The latest pieces of the text, not yet put together: a rope of all of them would burden the memory. */
  readonly pieces: string[];
  /** The text before the latest pieces. */
  readonly chunks: string[];
  /** Column in code points. Only ASCII is ever written, so characters and code points agree. */
  column: number;
  indent: number | null;
  /** The last character written was white space or the line is new. */
  whitespace: boolean;
  /** The line so far holds only indentation, `-`, `?` and `:`. */
  indention: boolean;
  /** A plain scalar stands at the root, so the stream must end with `...`. */
  openEnded: boolean;
}

/** Where a scalar stands: a key on one line may not fold, a root plain scalar leaves the stream open. */
export type ScalarPlace = 'root' | 'value' | 'simple-key';

/** PyYAML's `best_width` and `best_indent`. */
export const BEST_WIDTH = 80;
const BEST_INDENT = 2;

/** A fresh emitter at the start of a stream. */
export function createEmitter(): Emitter {
  return {
    get text(): string {
      return this.chunks.join('') + this.pieces.join('');
    },
    pieces: [],
    chunks: [],
    column: 0,
    indent: null,
    whitespace: true,
    indention: true,
    openEnded: false,
  };
}

const MOST_PIECES = 4096;

function append({ pieces, chunks }: Emitter, ...texts: readonly string[]): void {
  if (pieces.push(...texts) < MOST_PIECES) return;
  chunks.push(pieces.join(''));
  pieces.length = 0;
}

/** Writes text that stays on the line. */
export function writeText(emitter: Emitter, text: string): void {
  append(emitter, text);
  emitter.column += text.length;
}

/** `Emitter.write_line_break`. */
export function writeLineBreak(emitter: Emitter): void {
  append(emitter, '\n');
  emitter.whitespace = true;
  emitter.indention = true;
  emitter.column = 0;
}

/** `Emitter.write_indent`: a new line unless this one holds nothing yet, then spaces up to the indentation. */
export function writeIndent(emitter: Emitter): void {
  const indent = emitter.indent ?? 0;
  if (!emitter.indention || emitter.column > indent || (emitter.column === indent && !emitter.whitespace)) {
    writeLineBreak(emitter);
  }
  if (emitter.column < indent) {
    emitter.whitespace = true;
    writeText(emitter, ' '.repeat(indent - emitter.column));
  }
}

/** New lines with the spaces of small indentations. */
const NEW_LINES: readonly string[] = Array.from({ length: 64 }, (_item, indent) => `\n${' '.repeat(indent)}`);

/**
 * Writes the key of a mapping on a new line, and its colon: what `writeIndent`, `writePlain` and `writeIndicator` do for a
 * word that needs no quotes, in one step. Only where the line so far is not empty.
 */
export function writePlainKey(emitter: Emitter, key: string): void {
  const indent = emitter.indent ?? 0;
  append(emitter, NEW_LINES[indent] ?? `\n${' '.repeat(indent)}`, key, ':');
  emitter.column = indent + key.length + 1;
  emitter.whitespace = false;
  emitter.indention = false;
  emitter.openEnded = false;
}

/** The same for a value behind such a key: a word has no space at which it could be folded. */
export function writePlainWord(emitter: Emitter, word: string): void {
  append(emitter, ' ', word);
  emitter.column += word.length + 1;
  emitter.whitespace = false;
  emitter.indention = false;
}

/** How an indicator leaves the state behind it. */
export interface IndicatorOptions {
  readonly needWhitespace: boolean;
  readonly indention?: boolean;
}

/** `Emitter.write_indicator`: `-`, `?`, `:`, quotes, `---`. */
export function writeIndicator(emitter: Emitter, indicator: string, options: IndicatorOptions): void {
  writeText(emitter, emitter.whitespace || !options.needWhitespace ? indicator : ` ${indicator}`);
  emitter.whitespace = false;
  emitter.indention = emitter.indention && (options.indention ?? false);
  emitter.openEnded = false;
}

/** Runs `write` with the indentation one step deeper, as `increase_indent` and the pop after it do. */
export function withDeeperIndent(emitter: Emitter, kind: 'flow' | 'block' | 'indentless', write: () => void): void {
  const before = emitter.indent;
  if (before === null) emitter.indent = kind === 'flow' ? BEST_INDENT : 0;
  else if (kind !== 'indentless') emitter.indent = before + BEST_INDENT;
  write();
  emitter.indent = before;
}
