import type { ParameterType } from '../../model/port-type.ts';
import { pythonFloatText, pythonIntText } from '../../yaml/python-number.ts';
import { pythonJson, pythonStr } from '../../yaml/python-text.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';

/** The text of a value as a program gets it. KFP SDK 1.8: `serialize_value`. */
export function constantText(value: YamlTree, type: ParameterType): string {
  if (typeof value === 'string') return value;
  if (type === 'LIST' || type === 'STRUCT') return pythonJson(value);
  const number = numberOf(value);
  if (number === undefined) return typeof value === 'object' ? pythonJson(value) : pythonStr(value);
  if (type === 'NUMBER_DOUBLE') return pythonFloatText(number);
  return Number.isInteger(number) ? pythonIntText(number) : pythonFloatText(number);
}

function numberOf(value: YamlTree): number | undefined {
  if (typeof value === 'number') return value;
  return isPythonFloat(value) ? value.pythonFloat : undefined;
}
