import type { JsonValue } from '../../model/json.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { pythonStr } from '../../yaml/python-text.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ComponentProblemCode } from '../problem-codes.ts';
import { plainJson } from '../tree.ts';
import { parameterTypeByName } from './resolve-type.ts';

/** A default as KFP holds it, or the problem the SDK has with it: when it loads the file, or when it makes a task. */
export type ConvertedDefault =
  | { readonly ok: true; readonly value: JsonValue; readonly note?: 'default-not-json' }
  | { readonly ok: false; readonly code: ComponentProblemCode; readonly when: 'load' | 'use' };

const WHOLE_NUMBER = /^[+-]?\d+(?:_\d+)*$/;
const DECIMAL_NUMBER = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const NOT_FINITE = /^[+-]?(?:inf|infinity|nan)$/i;
const TRUE_WORDS: ReadonlySet<string> = new Set(['y', 'yes', 't', 'true', 'on', '1']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['n', 'no', 'f', 'false', 'off', '0']);

/**
 * Converts the default of a v1 parameter as the SDK does: by the type's name as written, so that `List[str]` gets no
 * conversion at all. `parameterType` is what the IR declares. KFP SDK: `deserialize_v1_component_yaml_default`.
 */
export function convertV1Default(value: YamlTree, type: string, parameterType: ParameterType): ConvertedDefault {
  const converted = castByTypeName(value, type);
  return converted.ok ? fitIntoIr(converted, parameterType) : converted;
}

function castByTypeName(value: YamlTree, type: string): ConvertedDefault {
  const plain = plainJson(value);
  switch (parameterTypeByName(type)) {
    case 'NUMBER_INTEGER':
      return toInteger(plain);
    case 'NUMBER_DOUBLE':
      return toFloat(plain);
    case 'STRING':
      return { ok: true, value: pythonStr(value) };
    case 'BOOLEAN':
      return typeof plain === 'string' ? toTruth(plain) : { ok: true, value: plain };
    case 'LIST':
    case 'STRUCT':
      return typeof plain === 'string' ? parseJson(plain) : { ok: true, value: plain };
    default:
      return { ok: true, value: plain };
  }
}

/** Python: `int(x)` cuts a float, and reads a text only when it is a whole number. */
function toInteger(value: JsonValue): ConvertedDefault {
  const isReadable = typeof value === 'string' ? WHOLE_NUMBER.test(value.trim()) : Number.isFinite(Number(value));
  if (!isReadable) return { ok: false, code: 'default-not-integer', when: 'load' };
  return { ok: true, value: Math.trunc(toNumber(value)) };
}

/** Python: `float(x)`. */
function toFloat(value: JsonValue): ConvertedDefault {
  const text = typeof value === 'string' ? value.trim() : '0';
  if (NOT_FINITE.test(text)) return { ok: true, value: Number.NaN };
  if (!DECIMAL_NUMBER.test(text)) return { ok: false, code: 'default-not-number', when: 'load' };
  return { ok: true, value: toNumber(value) };
}

function toNumber(value: JsonValue): number {
  return Number(typeof value === 'string' ? value.trim().replaceAll('_', '') : value);
}

/** KFP SDK: `strtobool`. */
function toTruth(value: string): ConvertedDefault {
  const word = value.toLowerCase();
  if (TRUE_WORDS.has(word)) return { ok: true, value: true };
  if (FALSE_WORDS.has(word)) return { ok: true, value: false };
  return { ok: false, code: 'default-not-truth', when: 'load' };
}

/** KFP SDK: `try_loading_json` keeps the text when it is no JSON. */
function parseJson(text: string): ConvertedDefault {
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch {
    return { ok: true, value: text, note: 'default-not-json' };
  }
}

/** What the IR's value of that type can hold; what it cannot, the SDK notices when it writes the component's IR. */
function fitIntoIr(converted: ConvertedDefault & { readonly ok: true }, type: ParameterType): ConvertedDefault {
  const { value } = converted;
  switch (type) {
    case 'STRING':
      return typeof value === 'string' ? converted : { ok: false, code: 'default-not-text', when: 'use' };
    case 'NUMBER_INTEGER':
    case 'NUMBER_DOUBLE':
      return fitNumber(value);
    case 'BOOLEAN':
      return fitTruth(value);
    case 'LIST':
    case 'STRUCT':
      return typeof value === 'object' ? converted : { ...converted, note: 'default-not-json' };
    default:
      return converted;
  }
}

function fitNumber(value: JsonValue): ConvertedDefault {
  if (typeof value === 'string') return { ok: false, code: 'default-not-number', when: 'use' };
  const number = Number(value);
  return Number.isFinite(number) ? { ok: true, value: number } : { ok: false, code: 'default-not-finite', when: 'use' };
}

/** A whole number becomes a truth value; a text or a float does not fit. */
function fitTruth(value: JsonValue): ConvertedDefault {
  if (typeof value === 'boolean') return { ok: true, value };
  if (typeof value === 'number' && Number.isInteger(value)) return { ok: true, value: value !== 0 };
  return { ok: false, code: 'default-not-truth', when: 'use' };
}
