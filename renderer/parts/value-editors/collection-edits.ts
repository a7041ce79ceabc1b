import type { ConstantValue } from '../../../src/model/argument.ts';
import { isPythonFloat } from '../../../src/yaml/yaml-tree.ts';

/** What an item of a list or dictionary is. */
export const ITEM_KINDS = ['text', 'number', 'truth', 'list', 'map', 'null'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export type ListValue = readonly ConstantValue[];
export type MapValue = { readonly [key: string]: ConstantValue };

/** The kind of a constant. */
export function kindOfItem(value: ConstantValue): ItemKind {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || isPythonFloat(value)) return 'number';
  if (typeof value === 'boolean') return 'truth';
  return Array.isArray(value) ? 'list' : 'map';
}

/** What an item becomes when its kind is changed: as much of it as means the same. */
export function convertItem(value: ConstantValue, kind: ItemKind): ConstantValue {
  if (kindOfItem(value) === kind) return value;
  switch (kind) {
    case 'text':
      return value === null || typeof value === 'object' ? '' : String(value);
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : 0;
    case 'truth':
      return /^true$/i.test(String(value));
    case 'null':
      return null;
    case 'list':
      return [];
    case 'map':
      return {};
  }
}

/** An item like the last one, for the next row. */
export function emptyLike(value: ConstantValue | undefined): ConstantValue {
  if (value === undefined) return '';
  const kind = kindOfItem(value);
  if (kind === 'number') return 0;
  if (kind === 'truth') return false;
  return kind === 'text' ? '' : convertItem(null, kind);
}

/** A list with one item replaced. */
export function withItem(list: ListValue, index: number, item: ConstantValue): ListValue {
  return list.map((old, at) => (at === index ? item : old));
}

/** A list without one item. */
export function withoutItem(list: ListValue, index: number): ListValue {
  return list.filter((_, at) => at !== index);
}

/** A list with one item moved by one place up (-1) or down (1); the same list at the ends. */
export function withMovedItem(list: ListValue, index: number, by: -1 | 1): ListValue {
  const to = index + by;
  const item = list[index];
  const other = list[to];
  if (item === undefined || other === undefined) return list;
  return list.map((old, at) => (at === index ? other : at === to ? item : old));
}

/** A dictionary with one entry's value replaced, or a new entry at its end. */
export function withEntry(map: MapValue, key: string, value: ConstantValue): MapValue {
  return { ...map, [key]: value };
}

/** A dictionary without one entry. */
export function withoutEntry(map: MapValue, key: string): MapValue {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

/** A dictionary with one key renamed in its place; undefined when another entry has that name. */
export function withRenamedKey(map: MapValue, key: string, to: string): MapValue | undefined {
  if (to === key) return map;
  if (Object.hasOwn(map, to)) return undefined;
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name === key ? to : name, value]));
}

/** A name no entry has yet: `key`, `key_2`, … */
export function freeKey(map: MapValue): string {
  let name = 'key';
  for (let number = 2; Object.hasOwn(map, name); number++) name = `key_${number}`;
  return name;
}
