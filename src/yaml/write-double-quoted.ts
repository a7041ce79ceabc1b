import { BEST_WIDTH, type Emitter, writeIndent, writeIndicator, writeText } from './emitter.ts';

/** `Emitter.ESCAPE_REPLACEMENTS`. */
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\0', '0'],
  ['\x07', 'a'],
  ['\x08', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\x0b', 'v'],
  ['\x0c', 'f'],
  ['\r', 'r'],
  ['\x1b', 'e'],
  ['"', '"'],
  ['\\', '\\'],
  ['\x85', 'N'],
  ['\xa0', '_'],
  ['\u2028', 'L'],
  ['\u2029', 'P'],
]);

/**
 * `Emitter.write_double_quoted` without `allow_unicode`: everything but printable ASCII is escaped; a line longer than
 * the width breaks before a space or after an escape, with `\` at its end (and before a space that opens the next line).
 */
export function writeDoubleQuoted(emitter: Emitter, text: string, split: boolean): void {
  writeIndicator(emitter, '"', { needWhitespace: true });
  const characters = Array.from(text);
  const last = characters.length - 1;
  let run = '';
  for (let index = 0; index <= last; index += 1) {
    const character = characters[index] as string;
    const escaped = escapeOf(character);
    if (escaped !== undefined) {
      writeText(emitter, run + escaped);
      run = '';
    }
    if (split && index > 0 && index < last && mayBreak(emitter, character, escaped, run)) {
      breakLine(emitter, run, (escaped === undefined ? character : characters[index + 1]) === ' ');
      run = '';
    }
    if (escaped === undefined) run += character;
  }
  writeText(emitter, run);
  writeIndicator(emitter, '"', { needWhitespace: false });
}

/**
 * A line may break before a space, after an escape and before what follows an escape. PyYAML counts one column less
 * just after an escape, because the next run begins behind the character.
 */
function mayBreak(emitter: Emitter, character: string, escaped: string | undefined, run: string): boolean {
  if (escaped !== undefined) return emitter.column - 1 > BEST_WIDTH;
  return (character === ' ' || run === '') && emitter.column + run.length > BEST_WIDTH;
}

function breakLine(emitter: Emitter, run: string, nextIsSpace: boolean): void {
  writeText(emitter, `${run}\\`);
  writeIndent(emitter);
  emitter.whitespace = false;
  emitter.indention = false;
  if (nextIsSpace) writeText(emitter, '\\');
}

/** The escape of one code point, or nothing where it is written as it is. */
function escapeOf(character: string): string | undefined {
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) return `\\${short}`;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return undefined;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
