import { isTreeList, isTreeMap } from '../../catalog/tree.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/**
 * Finds the first place where a tree is not of a shape, as a dotted path that begins with the given one; nothing when it
 * is. Paths are only put together on the way back.
 */
export type Shape = (tree: YamlTree, path: string) => string | undefined;

/** Anything at all. */
export const anything: Shape = () => undefined;

/** A text. */
export const text: Shape = (tree, path) => (typeof tree === 'string' ? undefined : path);

/** A switch. */
export const flag: Shape = (tree, path) => (typeof tree === 'boolean' ? undefined : path);

/** A whole number. */
export const integer: Shape = (tree, path) => (Number.isSafeInteger(tree) ? undefined : path);

/** One of the given texts. */
export function oneOf(...texts: readonly string[]): Shape {
  return (tree, path) => (typeof tree === 'string' && texts.includes(tree) ? undefined : path);
}

/** A list whose items all have a shape. */
export function listOf(item: Shape): Shape {
  return (tree, path) => {
    if (!isTreeList(tree)) return path;
    for (const [index, value] of tree.entries()) {
      const found = item(value, '');
      if (found !== undefined) return `${path}.${index}${found}`;
    }
    return undefined;
  };
}

/** A map of any names whose values all have a shape. */
export function mapOf(value: Shape): Shape {
  return (tree, path) => {
    if (!isTreeMap(tree)) return path;
    for (const key of Object.keys(tree)) {
      const found = value(tree[key] ?? null, '');
      if (found !== undefined) return `${path}.${key}${found}`;
    }
    return undefined;
  };
}

/** A map with fields of given shapes. Fields not named may be anything; absent fields are fine unless required. */
export function fields(shapes: { readonly [field: string]: Shape }, required: readonly string[] = []): Shape {
  const named = new Map(Object.entries(shapes));
  return (tree, path) => {
    if (!isTreeMap(tree)) return path;
    for (const field of required) if (!Object.hasOwn(tree, field)) return `${path}.${field}`;
    for (const field of Object.keys(tree)) {
      const shape = named.get(field);
      const value = tree[field];
      const found = shape === undefined || value === undefined ? undefined : shape(value, '');
      if (found !== undefined) return `${path}.${field}${found}`;
    }
    return undefined;
  };
}
