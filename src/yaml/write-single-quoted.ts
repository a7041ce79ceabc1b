import { BEST_WIDTH, type Emitter, writeIndent, writeIndicator, writeLineBreak, writeText } from './emitter.ts';

/**
 * `Emitter.write_single_quoted`: quotes are doubled, a run of line breaks is written with one more, and a single space
 * inside the text folds once the line is longer than the width.
 */
export function writeSingleQuoted(emitter: Emitter, text: string, split: boolean): void {
  writeIndicator(emitter, "'", { needWhitespace: true });
  if (emitter.column + 2 * text.length <= BEST_WIDTH && !text.includes('\n')) {
    writeText(emitter, text.replaceAll("'", "''"));
    writeIndicator(emitter, "'", { needWhitespace: false });
    return;
  }
  let offset = 0;
  for (const piece of text.match(/ +|\n+|'|[^ \n']+/g) ?? []) {
    if (piece[0] === '\n') writeBreaks(emitter, piece.length);
    else if (piece === "'") writeText(emitter, "''");
    else if (piece === ' ' && split && folds(emitter, text, offset)) writeIndent(emitter);
    else writeText(emitter, piece);
    offset += piece.length;
  }
  writeIndicator(emitter, "'", { needWhitespace: false });
}

function folds(emitter: Emitter, text: string, offset: number): boolean {
  return emitter.column > BEST_WIDTH && offset !== 0 && offset + 1 !== text.length;
}

function writeBreaks(emitter: Emitter, count: number): void {
  for (let written = 0; written <= count; written += 1) writeLineBreak(emitter);
  writeIndent(emitter);
}
