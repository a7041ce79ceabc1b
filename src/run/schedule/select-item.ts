import type { JsonValue } from '../../model/json.ts';
import { parseJson } from '../parse-json.ts';

const SELECTOR = /^parseJson\(string_value\)((?:\["[^"]*"\]|\[\d+\])+)$/;
const STEP = /\["([^"]*)"\]|\[(\d+)\]/g;

/**
 * Takes a field or element out of a value. KFP SDK writes `parseJson(string_value)["a"]` and nothing else.
 * Undefined: the selector is of another form, or there is no such field.
 */
export function selectItem(value: JsonValue, selector: string): JsonValue | undefined {
  const steps = SELECTOR.exec(selector)?.[1];
  if (steps === undefined) return undefined;
  let current: JsonValue | undefined = typeof value === 'string' ? parseJson(value) : value;
  for (const [, field, index] of steps.matchAll(STEP)) {
    current = step(current, field, index);
  }
  return current;
}

function step(
  value: JsonValue | undefined,
  field: string | undefined,
  index: string | undefined,
): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return index === undefined ? undefined : (value as readonly JsonValue[])[Number(index)];
  if (field === undefined || !Object.hasOwn(value, field)) return undefined;
  return (value as { readonly [key: string]: JsonValue })[field];
}
