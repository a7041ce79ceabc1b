import type { JsonValue } from '../../model/json.ts';
import { isPythonFloat, pythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';

/** A value as a protobuf Struct holds it: every number is a float. */
export function structValue(value: JsonValue | YamlTree): YamlTree {
  if (typeof value === 'number') return pythonFloat(value);
  if (typeof value !== 'object' || value === null || isPythonFloat(value)) return value;
  if (isList(value)) return value.map(structValue);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, structValue(entry)]));
}

/** `Array.isArray` alone does not narrow a read-only array out of a union. */
function isList(value: JsonValue | YamlTree): value is readonly (JsonValue | YamlTree)[] {
  return Array.isArray(value);
}
