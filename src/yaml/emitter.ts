/**
 * The running state of PyYAML's `Emitter` that its line folding and indentation depend on.
 * `indent` is `null` outside any collection.
 */
export interface Emitter {
  /** The text so far. */
  text: string;
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
  return { text: '', column: 0, indent: null, whitespace: true, indention: true, openEnded: false };
}

/** Writes text that stays on the line. */
export function writeText(emitter: Emitter, text: string): void {
  emitter.text += text;
  emitter.column += text.length;
}

/** `Emitter.write_line_break`. */
export function writeLineBreak(emitter: Emitter): void {
  emitter.text += '\n';
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
