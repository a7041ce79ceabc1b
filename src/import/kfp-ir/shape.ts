import { isTreeList, isTreeMap } from '../../catalog/tree.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** Finds the first place (as a dotted path) where a tree is not of a shape; nothing when it is. */
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
    return firstOf(tree.map((value, index) => () => item(value, `${path}.${index}`)));
  };
}

/** A map of any names whose values all have a shape. */
export function mapOf(value: Shape): Shape {
  return (tree, path) => {
    if (!isTreeMap(tree)) return path;
    return firstOf(
      Object.entries(tree).map(
        ([key, inner]) =>
          () =>
            value(inner, `${path}.${key}`),
      ),
    );
  };
}

/** A map with fields of given shapes. Fields not named may be anything; absent fields are fine unless required. */
export function fields(shapes: { readonly [field: string]: Shape }, required: readonly string[] = []): Shape {
  return (tree, path) => {
    if (!isTreeMap(tree)) return path;
    const missing = required.find((field) => !Object.hasOwn(tree, field));
    if (missing !== undefined) return `${path}.${missing}`;
    return firstOf(
      Object.entries(shapes).map(([field, shape]) => () => {
        const value = Object.hasOwn(tree, field) ? tree[field] : undefined;
        return value === undefined ? undefined : shape(value, `${path}.${field}`);
      }),
    );
  };
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}
