import type { ConstantValue } from '../model/argument.ts';
import { isPythonFloat } from '../yaml/yaml-tree.ts';

/** KFP SDK: `LoopArgumentVariable._subvar_name_is_legal`. */
const FIELD = /^[a-zA-Z_][0-9a-zA-Z_]*$/;

/** Whether a field of a loop's item can have this name. */
export function isLoopField(name: string): boolean {
  return FIELD.test(name);
}

const fieldsOfItems = new WeakMap<readonly ConstantValue[], ReadonlySet<string>>();

/** The fields that any of a loop's constant items has. O(items) once per list. */
export function fieldsOfConstantItems(items: readonly ConstantValue[]): ReadonlySet<string> {
  let fields = fieldsOfItems.get(items);
  if (fields === undefined) {
    fields = new Set(items.flatMap(fieldsOf));
    fieldsOfItems.set(items, fields);
  }
  return fields;
}

function fieldsOf(item: ConstantValue): readonly string[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || isPythonFloat(item)) return [];
  return Object.keys(item);
}
