import { loopItemType } from '../../analysis/loop-item-type.ts';
import { parameterTypeOfValue } from '../../analysis/parameter-type-of-value.ts';
import type { ConstantValue } from '../../model/argument.ts';
import type { LoopGroup, LoopItems } from '../../model/group.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';

/**
 * What a loop repeats over, in the order Python needs. KFP SDK: the first field of the first item gives all fields their
 * type; where another type is known, a field of that type comes first.
 */
export function loopItems({ items }: LoopGroup): LoopItems {
  const { fieldType } = items;
  if (items.kind === 'reference' || fieldType === undefined) return items;
  const [first, ...others] = items.items;
  if (first === undefined || !isMap(first) || loopItemType(items.items, 'any') === fieldType) return items;
  const entries = Object.entries(first);
  const leading = entries.find(([, value]) => parameterTypeOfValue(value) === fieldType);
  if (leading === undefined) return items;
  const reordered = Object.fromEntries([leading, ...entries.filter((entry) => entry !== leading)]);
  return { ...items, items: [reordered, ...others] };
}

/** Whether a constant has fields. */
export function isMap(value: ConstantValue): value is { readonly [key: string]: ConstantValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPythonFloat(value);
}
