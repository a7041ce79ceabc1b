import type { ConstantValue } from '../../../src/model/argument.ts';
import type { ParameterType } from '../../../src/model/port-type.ts';
import { isPythonFloat, type PythonFloat, pythonFloat } from '../../../src/yaml/yaml-tree.ts';

/** Why a text is no value of a type. Words: `values.problem.<code>`. */
export type ValueProblem =
  | 'not-integer'
  | 'integer-too-large'
  | 'not-number'
  | 'not-finite'
  | 'not-boolean'
  | 'not-json'
  | 'not-list'
  | 'not-map';

/** A text read as a value, or why it cannot be. `detail` is the parser's own word. */
export type ReadValue =
  | { readonly ok: true; readonly value: ConstantValue }
  | { readonly ok: false; readonly problem: ValueProblem; readonly detail?: string };

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads what was typed into a field for a type. White space around numbers and JSON does not count; in text it does. */
export function readConstant(text: string, type: ParameterType): ReadValue {
  switch (type) {
    case 'STRING':
      return { ok: true, value: text };
    case 'NUMBER_INTEGER':
      return readInteger(text.trim());
    case 'NUMBER_DOUBLE':
      return readNumber(text.trim());
    case 'BOOLEAN':
      return readBoolean(text.trim());
    default:
      return readCollection(text, type);
  }
}

/** The text a field shows for a value; what `readConstant` reads back. Collections are indented JSON. */
export function constantText(value: ConstantValue, type: ParameterType): string {
  if (typeof value === 'string' && type !== 'LIST' && type !== 'STRUCT') return value;
  return formatConstant(value, 2);
}

/** JSON in which floats keep their point (`5.0`). `indent` 0 gives one line. */
export function formatConstant(value: ConstantValue, indent = 0): string {
  return format(value, indent, '');
}

function format(value: ConstantValue, indent: number, before: string): string {
  if (isPythonFloat(value)) return floatText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = before + ' '.repeat(indent);
  const items = Array.isArray(value)
    ? value.map((item) => format(item as ConstantValue, indent, inner))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${format(item as ConstantValue, indent, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  if (indent === 0) return open + items.join(', ') + close;
  return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${before}${close}`;
}

function floatText({ pythonFloat: number }: PythonFloat): string {
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? `${number}.0` : String(number);
}

function readInteger(text: string): ReadValue {
  if (!INTEGER.test(text)) return { ok: false, problem: 'not-integer' };
  const value = Number(text);
  return Number.isSafeInteger(value) ? { ok: true, value: value + 0 } : { ok: false, problem: 'integer-too-large' };
}

function readNumber(text: string): ReadValue {
  if (!NUMBER.test(text)) return { ok: false, problem: 'not-number' };
  const value = Number(text);
  if (!Number.isFinite(value)) return { ok: false, problem: 'not-finite' };
  return { ok: true, value: markFloat(value, text) };
}

function readBoolean(text: string): ReadValue {
  if (/^true$/i.test(text)) return { ok: true, value: true };
  return /^false$/i.test(text) ? { ok: true, value: false } : { ok: false, problem: 'not-boolean' };
}

function readCollection(text: string, type: ParameterType): ReadValue {
  const parsed = readJson(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (type === 'LIST') return Array.isArray(value) ? parsed : { ok: false, problem: 'not-list' };
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value) && !isPythonFloat(value);
  return isMap ? parsed : { ok: false, problem: 'not-map' };
}

/** JSON text to a constant; a number written with a point stays a float. */
export function readJson(text: string): ReadValue {
  try {
    return { ok: true, value: JSON.parse(text, reviveFloat) as ConstantValue };
  } catch (error) {
    return { ok: false, problem: 'not-json', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** ECMAScript: the reviver's third argument has the source of a primitive; engines without it lose only the mark. */
function reviveFloat(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? markFloat(value, context?.source ?? '') : value;
}

function markFloat(value: number, source: string): ConstantValue {
  return Number.isInteger(value) && /[.eE]/.test(source) ? { ...pythonFloat(value) } : value + 0;
}
