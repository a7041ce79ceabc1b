import type { ConstantValue } from '../model/argument.ts';
import type { ParameterType } from '../model/port-type.ts';
import { isPythonFloat } from '../yaml/yaml-tree.ts';
import { parameterTypeOfValue } from './parameter-type-of-value.ts';

/**
 * The type of the item of a loop over constants, or of one of its fields.
 * KFP SDK: the first item decides; every field has the type of the first item's first value.
 */
export function loopItemType(items: readonly ConstantValue[], field?: string): ParameterType {
  const first = items[0];
  if (first === undefined) return 'STRING';
  if (field === undefined) return parameterTypeOfValue(first);
  if (typeof first !== 'object' || first === null || Array.isArray(first) || isPythonFloat(first)) return 'STRING';
  const value = Object.values(first)[0];
  return value === undefined ? 'STRING' : parameterTypeOfValue(value);
}
