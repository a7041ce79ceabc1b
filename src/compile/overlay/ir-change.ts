import { isTreeMap, plainJson, type TreeMap } from '../../catalog/tree.ts';
import type { JsonValue } from '../../model/json.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';

/**
 * One place of a tree that is to be something else. Without a value the entry is taken away. It only holds as long as
 * the place is as it was (absent, if it was that): what somebody edited since is theirs.
 */
export interface IrChange {
  readonly at: readonly string[];
  readonly value?: JsonValue;
  readonly was?: JsonValue;
}

/**
 * What must be changed in one tree to make it equal to another: the fewest and deepest entries. Lists are one value;
 * numbers are equal whether they are written as floats or not. Some entries of the trees may be left out of it.
 */
export function changesBetween(from: TreeMap, to: TreeMap, leftOut: readonly string[] = []): readonly IrChange[] {
  const changes: IrChange[] = [];
  collectEntries(from, to, [], { changes, leftOut });
  return changes;
}

interface Collection {
  readonly changes: IrChange[];
  readonly leftOut: readonly string[];
}

function collectEntries(from: TreeMap, to: TreeMap, at: readonly string[], { changes, leftOut }: Collection): void {
  for (const key in from) {
    if (!Object.hasOwn(to, key) && !leftOut.includes(key)) {
      changes.push({ at: [...at, key], was: from[key] as JsonValue });
    }
  }
  for (const key in to) {
    const before = Object.hasOwn(from, key) ? from[key] : undefined;
    const value = to[key] as YamlTree;
    if (leftOut.includes(key) || (before !== undefined && isSame(before, value))) continue;
    if (before === undefined) changes.push({ at: [...at, key], value: value as JsonValue });
    else if (isTreeMap(before) && isTreeMap(value))
      collectEntries(before, value, [...at, key], { changes, leftOut: [] });
    else changes.push({ at: [...at, key], value: value as JsonValue, was: before as JsonValue });
  }
}

/** Marked floats are compared as the maps they are, unless one side only is marked. */
function isSame(left: YamlTree, right: YamlTree): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return numberOf(left) === numberOf(right);
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const one = left as TreeMap;
  const other = right as TreeMap;
  let extra = 0;
  // This runs over every entry of a file, so it makes no lists of keys.
  for (const key in one) {
    if (!Object.hasOwn(other, key) || !isSame(one[key] as YamlTree, other[key] as YamlTree)) return false;
    extra -= 1;
  }
  for (const _key in other) extra += 1;
  return extra === 0;
}

function numberOf(value: YamlTree): YamlTree {
  return isPythonFloat(value) ? plainJson(value) : value;
}

/** The tree with changes made. What is no change, or leads into what is no map any more, is passed over. */
export function withChanges<Tree>(tree: Tree, changes: readonly IrChange[] | undefined): Tree {
  if (!Array.isArray(changes)) return tree;
  const valid = (changes as readonly unknown[]).filter(isChange);
  return valid.reduce((current, change) => changed(current, change, 0), tree as unknown as YamlTree) as unknown as Tree;
}

/** A file may be edited by hand. */
function isChange(value: unknown): value is IrChange {
  const at = (value as { readonly at?: unknown } | null)?.at;
  return Array.isArray(at) && at.length > 0 && at.every((key) => typeof key === 'string');
}

function changed(tree: YamlTree, change: IrChange, depth: number): YamlTree {
  const { at, value, was } = change;
  const key = at[depth];
  if (key === undefined || !isTreeMap(tree)) return tree;
  const { [key]: before, ...others } = tree;
  if (depth < at.length - 1) {
    return before === undefined ? tree : { ...others, [key]: changed(before, change, depth + 1) };
  }
  const isAsItWas = was === undefined || before === undefined ? was === before : isSame(before, was);
  if (!isAsItWas) return tree;
  return value === undefined ? others : { ...others, [key]: value };
}
