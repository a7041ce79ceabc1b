import type { JsonValue } from '../../model/json.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { parseJson } from '../parse-json.ts';
import type { RunReason } from '../run-state.ts';

/** The items of a loop: a list input, or a JSON text written at compile time. */
export function readLoopItems(
  items: { readonly inputParameter?: string; readonly raw?: string },
  parameters: { readonly [name: string]: JsonValue },
): Result<readonly JsonValue[], RunReason> {
  const value = items.raw === undefined ? parameters[items.inputParameter ?? ''] : items.raw;
  const list = typeof value === 'string' ? parseJson(value) : value;
  if (!Array.isArray(list)) return failure({ code: 'loop-items-not-a-list' });
  return success(list as readonly JsonValue[]);
}
