import type { ConstantValue } from '../model/argument.ts';
import type { JsonValue } from '../model/json.ts';
import type { ParameterType } from '../model/port-type.ts';
import { isPythonFloat } from '../yaml/yaml-tree.ts';

const TRUE_TEXTS = new Set(['true', 'yes', 'on', '1']);
const FALSE_TEXTS = new Set(['false', 'no', 'off', '0']);

/** The same constant as a value of another type, where that loses nothing; otherwise nothing. */
export function convertConstant(value: ConstantValue, type: ParameterType): ConstantValue | undefined {
  const plain: ConstantValue = isPythonFloat(value) ? value.pythonFloat : value;
  switch (type) {
    case 'STRING':
      return typeof plain === 'string' ? undefined : JSON.stringify(plain);
    case 'NUMBER_INTEGER':
      return numberOf(plain, Number.isSafeInteger);
    case 'NUMBER_DOUBLE':
      return numberOf(plain, Number.isFinite);
    case 'BOOLEAN':
      return booleanOf(plain);
    case 'LIST':
      return jsonOf(plain, (parsed) => Array.isArray(parsed));
    case 'STRUCT':
      return jsonOf(plain, (parsed) => typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed));
    default:
      return undefined;
  }
}

function numberOf(value: ConstantValue, isGood: (number: number) => boolean): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const number = Number(value);
  return isGood(number) ? number : undefined;
}

function booleanOf(value: ConstantValue): boolean | undefined {
  const text = String(value).trim().toLowerCase();
  if (TRUE_TEXTS.has(text)) return true;
  return FALSE_TEXTS.has(text) ? false : undefined;
}

function jsonOf(value: ConstantValue, isGood: (parsed: JsonValue) => boolean): JsonValue | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const parsed = JSON.parse(value) as JsonValue;
    return isGood(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
