import type { JsonValue } from '../../model/json.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { parseJson } from '../parse-json.ts';
import type { RunReason } from '../run-state.ts';

/**
 * The value of a parameter output from the text of its file: texts as they are, all else as JSON.
 * KFP SDK: `kfp.local` executor output utilities.
 */
export function readOutputValue(name: string, text: string, type: ParameterType): Result<JsonValue, RunReason> {
  if (type === 'STRING') return success(text);
  const value = parseJson(type === 'BOOLEAN' ? text.trim().toLowerCase() : text);
  const invalid = failure<RunReason>({
    code: 'output-invalid',
    values: { output: name, type, text: text.slice(0, 80) },
  });
  if (value === undefined || !fits(value, type)) return invalid;
  return success(type === 'NUMBER_INTEGER' ? Math.trunc(Number(value)) : value);
}

function fits(value: JsonValue, type: ParameterType): boolean {
  switch (type) {
    case 'NUMBER_INTEGER':
    case 'NUMBER_DOUBLE':
      return typeof value === 'number';
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'LIST':
      return Array.isArray(value);
    case 'STRUCT':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return true;
  }
}
