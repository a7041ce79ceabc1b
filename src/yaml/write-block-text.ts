import { type Emitter, withDeeperIndent, writeIndicator, writeLineBreak, writeText } from './emitter.ts';

/** What YAML 1.1 would fold, refuse or end a line at. */
const UNSUITED = /[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Whether a text of several lines can stand in a literal block. */
export function canBeBlock(text: string): boolean {
  return text.includes('\n') && /[^\s]/.test(text) && !UNSUITED.test(text);
}

/** A literal block (`|`): the lines as they are. `Emitter.write_literal` with the hints of `determine_block_hints`. */
export function writeBlockText(emitter: Emitter, text: string): void {
  withDeeperIndent(emitter, 'flow', () => {
    const indent = /^[\s]/.test(text) ? '2' : '';
    writeIndicator(emitter, `|${indent}${chompingOf(text)}`, { needWhitespace: true });
    const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
    for (const line of lines) {
      writeLineBreak(emitter);
      if (line !== '') writeText(emitter, ' '.repeat(emitter.indent ?? 0) + line);
    }
    writeLineBreak(emitter);
  });
}

function chompingOf(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text.endsWith('\n\n') ? '+' : '';
}
