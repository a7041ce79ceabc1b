import { sanitisePortName, uniqueName } from '../sanitise-names.ts';

interface Named {
  readonly name: string;
}

/** Changes to a record: a key with `undefined` takes the field away. */
export type Changes<Record> = { readonly [Key in keyof Record]?: Record[Key] | undefined };

/** KFP SDK: the sanitised port id, made unique with `_2`, `_3`, … among ports of the same side. */
export function freePortName(ports: readonly Named[], wanted: string, fallback: string): string {
  const base = sanitisePortName(wanted) || fallback;
  return uniqueName(base, (name) => ports.some((port) => port.name === name), '_');
}

/** Applies changes; fields set to `undefined` go. The same record comes back when nothing changed. */
export function applyChanges<Record extends object>(record: Record, changes: Changes<Record>): Record {
  const keys = Object.keys(changes) as (keyof Record)[];
  if (keys.every((key) => record[key] === changes[key])) return record;
  const next = { ...record };
  for (const key of keys) {
    const value = changes[key];
    if (value === undefined) delete next[key];
    else next[key] = value as Record[typeof key];
  }
  return next;
}

/** A list with one item moved to another index. */
export function moveItem<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = [...list];
  rest.splice(Math.max(0, Math.min(to, list.length - 1)), 0, ...rest.splice(from, 1));
  return rest.every((item, index) => item === list[index]) ? list : rest;
}

/** A list with an item put in at an index, or at the end. */
export function insertItem<Item>(list: readonly Item[], item: Item, index: number | undefined): readonly Item[] {
  const next = [...list];
  next.splice(index ?? list.length, 0, item);
  return next;
}
