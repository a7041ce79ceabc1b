import type { JsonValue } from '../../model/json.ts';
import { pythonFloatText, pythonIntText } from '../../yaml/python-number.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { type Code, labelled, plain } from './code.ts';

/** A JSON value as a Python literal. */
export function literal(value: JsonValue | YamlTree): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isPythonFloat(value)) return floatLiteral(value.pythonFloat);
  if (isList(value)) return listCode(value.map(literal));
  return dictCode(Object.entries(value).map(([key, entry]) => [key, literal(entry)]));
}

/** A list of pieces of code. */
export function listCode(items: readonly Code[]): Code {
  return { head: '[', items: items.map(plain), tail: ']' };
}

/** A dictionary with text keys. */
export function dictCode(entries: readonly (readonly [string, Code])[]): Code {
  return { head: '{', items: entries.map(([key, code]) => labelled(`${stringLiteral(key)}: `, code)), tail: '}' };
}

/** A whole number stays one; anything else is a float. */
export function numberLiteral(value: number): string {
  return Number.isInteger(value) ? pythonIntText(value) : floatLiteral(value);
}

/** A float; the values that Python has no literal for are made of text. */
export function floatLiteral(value: number): string {
  if (Number.isFinite(value)) return pythonFloatText(value).replace('e+', 'e');
  return `float("${pythonFloatText(value)}")`;
}

/** Double quotes, or single ones where those save backslashes. */
export function preferredQuote(text: string): '"' | "'" {
  return count(text, '"') > count(text, "'") ? "'" : '"';
}

/** A text in the quotes that suit it. */
export function stringLiteral(text: string): string {
  const quote = preferredQuote(text);
  return quote + escapeText(text, quote) + quote;
}

/** What stands between the quotes of a literal. */
export function escapeText(text: string, quote: '"' | "'"): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(UNSEEN, (character) => ESCAPES[character] ?? codeEscape(character));
}

const ESCAPES: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What an editor would not show, would take for a line end, or cannot save. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu;

function codeEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, length: number): string {
  return code.toString(16).padStart(length, '0');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function isList(value: JsonValue | YamlTree): value is readonly (JsonValue | YamlTree)[] {
  return Array.isArray(value);
}
