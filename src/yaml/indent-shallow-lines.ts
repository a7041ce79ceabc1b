/** A text whose lines may have been indented, and by how much: spaces by 1-based line. */
export interface IndentedText {
  readonly source: string;
  readonly added: ReadonlyMap<number, number>;
}

/** Spaces a line gets at first; each further time it gets as many as it already has. */
const FIRST_STEP = 16;

/**
 * Indents the continuation line that begins at `start`, and with it the rest of a quoted text it belongs to.
 * White space at the start of such lines means nothing. `parses` tells whether a text is YAML: the lines before `start`
 * are, once closed with a quote, exactly when that quote is open. Inside brackets only the one line is sure.
 */
export function indentShallowLines(
  text: IndentedText,
  start: number,
  line: number,
  parses: (text: string) => boolean,
): IndentedText {
  const { source } = text;
  const end = findEnd(source, start, parses);
  const added = new Map(text.added);
  const lines = source.slice(start, end).split('\n');
  const indented = lines.map((content, index) => {
    const before = added.get(line + index) ?? 0;
    const more = Math.max(before, FIRST_STEP);
    added.set(line + index, before + more);
    return ' '.repeat(more) + content;
  });
  return { source: source.slice(0, start) + indented.join('\n') + source.slice(end), added };
}

function findEnd(source: string, start: number, parses: (text: string) => boolean): number {
  // A space keeps a backslash at the end from escaping the quote, and no line break leaves the quote on a shallow line.
  const closable = `${source.slice(0, start).trimEnd()} `;
  if (parses(`${closable}"`)) return findClosingQuote(source, start, '"', '\\');
  if (parses(`${closable}'`)) return findClosingQuote(source, start, "'", "'");
  const end = source.indexOf('\n', start);
  return end < 0 ? source.length : end;
}

/** The closing quote of a text that is open at `start`; `escaper` takes the character behind it along. */
function findClosingQuote(source: string, start: number, quote: string, escaper: string): number {
  for (let index = start; index < source.length; index += 1) {
    const escapes = source[index] === escaper && (escaper !== quote || source[index + 1] === quote);
    if (escapes) index += 1;
    else if (source[index] === quote) return index;
  }
  return source.length;
}
