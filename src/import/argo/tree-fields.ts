import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';

/** The maps of a list field; anything else is passed over. */
export function mapsOf(tree: YamlTree | undefined, field: string): readonly TreeMap[] {
  const list = entryOf(tree, field);
  return isTreeList(list) ? list.filter(isTreeMap) : [];
}

/** The texts of a list field; numbers and switches as they would be written. */
export function textsOf(tree: YamlTree | undefined, field: string): readonly string[] {
  const list = entryOf(tree, field);
  return isTreeList(list) ? list.map((item) => scalarText(item) ?? '') : [];
}

/** A text field; a number or switch as it would be written. */
export function textOf(tree: YamlTree | undefined, field: string): string | undefined {
  return scalarText(entryOf(tree, field));
}

/** A whole number, also one in quotes. */
export function wholeOf(tree: YamlTree | undefined, field: string): number | undefined {
  const text = textOf(tree, field);
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** A scalar as text; Argo takes numbers where it wants text. */
export function scalarText(value: YamlTree | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isPythonFloat(value) ? String(value.pythonFloat) : undefined;
}

/** The map of a field, or an empty one. */
export function mapOf(tree: YamlTree | undefined, field: string): TreeMap {
  const map = entryOf(tree, field);
  return isTreeMap(map) ? map : {};
}
