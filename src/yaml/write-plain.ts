import { BEST_WIDTH, type Emitter, type ScalarPlace, writeIndent, writeText } from './emitter.ts';

/**
 * `Emitter.write_plain` for text of one line: folds at a single space once the line is longer than the width.
 * Line breaks never come here, because such text is quoted.
 */
export function writePlain(emitter: Emitter, text: string, place: ScalarPlace): void {
  if (place === 'root') emitter.openEnded = true;
  if (!emitter.whitespace) writeText(emitter, ' ');
  emitter.whitespace = false;
  emitter.indention = false;
  if (emitter.column + text.length <= BEST_WIDTH) {
    writeText(emitter, text);
    return;
  }
  for (const piece of text.match(/ +|[^ ]+/g) ?? []) {
    if (piece === ' ' && place !== 'simple-key' && emitter.column > BEST_WIDTH) {
      writeIndent(emitter);
      emitter.whitespace = false;
      emitter.indention = false;
    } else {
      writeText(emitter, piece);
    }
  }
}
