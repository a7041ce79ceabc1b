import type { YamlTree } from '../../src/yaml/yaml-tree.ts';

/** What stands in the damaged place; undefined takes it away. */
export const REPLACEMENTS: readonly (YamlTree | undefined)[] = [
  ...[undefined, null, 0, -1.5, 'text', '', [], {}, true, [null], { a: 1 }],
  ...[{ __proto__x: 1 }, ['a', { b: [] }], '{{inputs.x}}', { graphInput: 'x' }, { value: 'a', option: 'b' }],
];

/** The tree with something put in the place to which the numbers lead. */
export function damage(tree: YamlTree, way: readonly number[], replacement: YamlTree | undefined): YamlTree {
  const [step, ...rest] = way;
  if (step === undefined || typeof tree !== 'object' || tree === null) return replacement ?? null;
  const keys = Object.keys(tree);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return replacement ?? null;
  const inner = (tree as { readonly [key: string]: YamlTree })[key] ?? null;
  const value = rest.length === 0 ? replacement : damage(inner, rest, replacement);
  if (Array.isArray(tree)) {
    return tree.flatMap((item: YamlTree, index) =>
      String(index) === key ? (value === undefined ? [] : [value]) : [item],
    );
  }
  const entries = Object.entries(tree as { readonly [key: string]: YamlTree });
  return Object.fromEntries(
    entries.flatMap(([name, item]) => (name === key ? (value === undefined ? [] : [[name, value]]) : [[name, item]])),
  );
}
