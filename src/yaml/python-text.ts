import { compareCodePoints } from './compare-code-points.ts';
import { pythonFloatText, pythonIntText } from './python-number.ts';
import { isPythonFloat, type YamlTree } from './yaml-tree.ts';

/** Switches of Python's `json.dumps` that callers need. */
export interface PythonJsonOptions {
  /** Keys by code point; off by default, as in Python. */
  readonly sortKeys?: boolean;
}

/** The text of Python's `json.dumps(value)`: separators `", "` and `": "`, everything but ASCII as `\uXXXX`. */
export function pythonJson(value: YamlTree, options: PythonJsonOptions = {}): string {
  if (typeof value === 'string') return jsonString(value);
  if (typeof value === 'number') return Number.isInteger(value) ? pythonIntText(value) : jsonFloat(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isPythonFloat(value)) return jsonFloat(value.pythonFloat);
  if (isSequence(value)) return `[${value.map((item) => pythonJson(item, options)).join(', ')}]`;
  const entries = orderedKeys(value, options.sortKeys ?? false).map(
    (key) => `${jsonString(key)}: ${pythonJson(value[key] as YamlTree, options)}`,
  );
  return `{${entries.join(', ')}}`;
}

/** The text of Python's `repr(value)`, which is also `str(value)` for everything but a string. */
export function pythonRepr(value: YamlTree): string {
  if (typeof value === 'string') return stringRepr(value);
  if (typeof value === 'number') return Number.isInteger(value) ? pythonIntText(value) : pythonFloatText(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isPythonFloat(value)) return pythonFloatText(value.pythonFloat);
  if (isSequence(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const entries = Object.keys(value).map((key) => `${stringRepr(key)}: ${pythonRepr(value[key] as YamlTree)}`);
  return `{${entries.join(', ')}}`;
}

/** The text of Python's `str(value)`: a string is itself, anything else its `repr`. */
export function pythonStr(value: YamlTree): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** `Array.isArray` alone does not narrow a read-only array out of a union. */
function isSequence(value: YamlTree): value is readonly YamlTree[] {
  return Array.isArray(value);
}

function orderedKeys(value: { readonly [key: string]: YamlTree }, sort: boolean): string[] {
  const keys = Object.keys(value);
  return sort ? keys.sort(compareCodePoints) : keys;
}

function jsonFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return pythonFloatText(value);
}

/** JavaScript escapes the same control characters as Python, except DEL. */
function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Characters Python's `str.isprintable` refuses: controls, formats, separators but the space, unassigned, surrogates. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) body += reprCharacter(character, quote);
  return quote + body + quote;
}

function reprCharacter(character: string, quote: string): string {
  if (character === '\\' || character === quote) return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  if (character === ' ' || !UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
