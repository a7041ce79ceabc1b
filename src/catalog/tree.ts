import type { JsonValue } from '../model/json.ts';
import { isPythonFloat, type YamlTree } from '../yaml/yaml-tree.ts';

/** A map of a YAML tree. */
export type TreeMap = { readonly [key: string]: YamlTree };

/** Tells a map from everything else, marked floats included. */
export function isTreeMap(value: YamlTree | undefined): value is TreeMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPythonFloat(value);
}

/** Tells a sequence from everything else; `Array.isArray` alone does not narrow a read-only array out of a union. */
export function isTreeList(value: YamlTree | undefined): value is readonly YamlTree[] {
  return Array.isArray(value);
}

/** The entry of a map, own properties only; undefined for anything that is no map. */
export function entryOf(value: YamlTree | undefined, key: string): YamlTree | undefined {
  return isTreeMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The tree with plain numbers. */
export function plainJson(value: YamlTree): JsonValue {
  if (isPythonFloat(value)) return value.pythonFloat;
  if (isTreeList(value)) return value.map(plainJson);
  if (isTreeMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainJson(item)]));
  return value;
}
