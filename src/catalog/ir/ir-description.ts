const HEADING = '# Description: ';
const CONTINUATION = '#             ';

/**
 * The description in the header comment of a compiled file: its third line and the lines that continue it.
 * KFP SDK: `extract_description` of `ComponentSpec.from_yaml_documents`.
 */
export function headerDescription(text: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const start = lines.findIndex((line) => line.startsWith(HEADING));
  if (start < 0 || lines.slice(0, start).some((line) => !line.startsWith('#'))) return undefined;
  const parts = [(lines[start] ?? '').slice(HEADING.length)];
  for (let index = start + 1; lines[index]?.startsWith(CONTINUATION) === true; index += 1) {
    parts.push((lines[index] ?? '').slice(CONTINUATION.length + 1));
  }
  return parts.join('\n');
}

/** `def name(…):` or `class Name:` with the text that follows it, or the start of the source. */
const DEFINITION = /^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+\w+/m;
const DOCSTRING = /^(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*[rRuU]?("""|''')([\s\S]*?)\1/;

/**
 * The docstring of a Python function carried in a command, as lightweight components have it.
 * KFP SDK: `extract_description_from_command` (there by Python's parser).
 */
export function commandDescription(command: readonly string[]): string | undefined {
  for (const source of command) {
    if (!source.includes('import kfp')) continue;
    const found = docstringAt(source) ?? functionDocstring(source);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

function functionDocstring(source: string): string | undefined {
  const definition = DEFINITION.exec(source);
  if (definition === null) return undefined;
  const afterName = definition.index + definition[0].length;
  const body = endOfSignature(source, afterName);
  if (body === undefined) return undefined;
  return docstringAt(source.slice(body)) ?? functionDocstring(source.slice(body));
}

/** The position behind the colon that ends a signature: the first one outside brackets and texts. */
function endOfSignature(source: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < source.length; index += 1) {
    const character = source[index] ?? '';
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === ':' && depth === 0) return index + 1;
    else if (character === "'" || character === '"') index = endOfText(source, index);
  }
  return undefined;
}

function endOfText(source: string, start: number): number {
  const quote = source[start];
  for (let index = start + 1; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === quote) return index;
  }
  return source.length;
}

function docstringAt(source: string): string | undefined {
  const found = DOCSTRING.exec(source.replaceAll('\r\n', '\n'))?.[2];
  return found === undefined ? undefined : cleanIndentation(found);
}

/** Python: `inspect.cleandoc`. */
function cleanIndentation(docstring: string): string {
  const lines = docstring.replaceAll('\t', '        ').split('\n');
  const margins = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return [(lines[0] ?? '').trimStart(), ...lines.slice(1).map((line) => line.slice(margin))]
    .join('\n')
    .replace(/^\n+|\n+\s*$/g, '')
    .trimEnd();
}
