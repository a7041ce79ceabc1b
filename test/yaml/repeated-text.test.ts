import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePythonYaml } from '../../src/yaml/write-python-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { anyTree } from '../oracles/arbitrary-trees.ts';

describe('a tree that holds one part several times', () => {
  it('is written as if every part were its own', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (shared, other) => {
        const part = { other, shared, shared2: shared };
        const tree: YamlTree = {
          a: shared,
          ab: { part, z: part },
          b: [shared, part, { part, again: [{ part }, shared] }],
          'a key of two words': { part: shared, more: { part } },
          c: { c: { part, shared }, d: part },
        };
        for (const options of [{}, { blockTexts: true }, { sortKeys: false }, { quoteForGo: true }]) {
          expect(writePythonYaml(tree, options)).toBe(writePythonYaml(unshared(tree), options));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A copy in which no object stands twice. */
function unshared(tree: YamlTree): YamlTree {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(unshared);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, unshared(value)]));
}
