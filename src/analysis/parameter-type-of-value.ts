import type { ConstantValue } from '../model/argument.ts';
import { isPythonFloat } from '../yaml/yaml-tree.ts';

export type ValueType = 'STRING' | 'NUMBER_INTEGER' | 'NUMBER_DOUBLE' | 'BOOLEAN' | 'LIST' | 'STRUCT';

/** The parameter type of a constant. KFP SDK: `type_utils.get_parameter_type_name` of the Python value. */
export function parameterTypeOfValue(value: ConstantValue): ValueType {
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'number') return Number.isInteger(value) ? 'NUMBER_INTEGER' : 'NUMBER_DOUBLE';
  if (typeof value !== 'object' || value === null) return 'STRING';
  if (Array.isArray(value)) return 'LIST';
  return isPythonFloat(value) ? 'NUMBER_DOUBLE' : 'STRUCT';
}
