import type { TaskSpec } from '../../compile/kfp/ir.ts';
import type { IrIndex } from './ir-index.ts';
import type { Earlier } from './task-order.ts';

/** A key that a task took, as its place among those that wanted the same: `comp-train-2` is the second `comp-train`. */
interface TakenKey {
  readonly wanted: string;
  readonly place: number;
}

type Tasks = { readonly [name: string]: TaskSpec };

/**
 * Which tasks of a DAG were made before which, as far as the keys of their components tell: a sub-pipeline brings keys
 * that a task beside it may have wanted too. KFP SDK: the first that comes takes the key, the next gets a number.
 */
export function orderByKeys(index: IrIndex, tasks: Tasks, names: readonly string[]): Earlier {
  const earlier = new Map<string, readonly string[]>();
  if (!names.some((name) => index.component(tasks[name]?.componentRef.name ?? '')?.dag !== undefined)) return earlier;
  const takers = new Map<string, { readonly place: number; readonly name: string }[]>();
  for (const name of names) {
    for (const { wanted, place } of keysOf(index, tasks, name, new Set())) {
      const others = takers.get(wanted) ?? [];
      others.push({ place, name });
      takers.set(wanted, others);
    }
  }
  for (const group of takers.values()) {
    group.sort((left, right) => left.place - right.place);
    for (const [position, { name }] of group.entries()) {
      const before = group[position - 1]?.name;
      if (before !== undefined && before !== name) earlier.set(name, [...(earlier.get(name) ?? []), before]);
    }
  }
  return earlier;
}

/** The key of a task and those of everything it brings along. A key that is used twice counts once. */
function keysOf(index: IrIndex, tasks: Tasks, name: string, seen: Set<string>): readonly TakenKey[] {
  const key = tasks[name]?.componentRef.name ?? '';
  if (seen.has(key)) return [];
  seen.add(key);
  const wanted = `comp-${name}`;
  const number = key === wanted ? '1' : key.startsWith(`${wanted}-`) ? key.slice(wanted.length + 1) : '';
  const own = /^[0-9]{1,9}$/.test(number) ? [{ wanted, place: Number(number) }] : [];
  const inner = index.component(key)?.dag?.tasks ?? {};
  return [...own, ...Object.keys(inner).flatMap((task) => keysOf(index, inner, task, seen))];
}
