import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogEntryOf } from '../../src/catalog/catalog-entry.ts';
import type { ComponentProblem } from '../../src/catalog/component-description.ts';
import { type LoadedComponent, loadComponent } from '../../src/catalog/load-component.ts';
import { retypeComponent } from '../../src/catalog/retype-component.ts';
import { COMPONENT_EN } from '../../src/words/component.en.ts';
import { fillSentence } from '../../src/words/sentence.ts';

const KEYS = [
  ...['name', 'inputs', 'outputs', 'type', 'default', 'optional', 'metadata', 'annotations', 'implementation', 'graph'],
  ...[
    'container',
    'image',
    'command',
    'args',
    'env',
    'fileOutputs',
    'inputValue',
    'outputPath',
    'concat',
    'if',
    'cond',
  ],
  ...[
    'then',
    'else',
    'isPresent',
    'executorInput',
    'pipelineInfo',
    'root',
    'components',
    'deploymentSpec',
    'executors',
  ],
  ...['inputDefinitions', 'parameters', 'artifacts', 'parameterType', 'artifactType', 'comp-a', 'exec-a', '__proto__'],
];

/** Trees of the words of component files in any arrangement, as JSON, which is YAML. */
const anyTree = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom('a', 'String', 'STRING', '2020-01-01', '', 5, 1.5, true, null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('tree')), { maxLength: 4 }).map(toJsonMap),
  ),
})).tree;

/** Like `Object.fromEntries`, but every key stays an ordinary one. */
function toJsonMap(entries: readonly (readonly [string, unknown])[]): object {
  const map = {};
  for (const [key, value] of entries)
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  return map;
}

/** Around the tree, so that the reader gets past the top. */
const anyText = fc.oneof(
  anyTree.map((tree) => JSON.stringify(tree)),
  anyTree.map(
    (tree) => `name: a\ninputs:\n- {name: a, type: ${JSON.stringify(tree)}}\nimplementation: {container: {image: i}}\n`,
  ),
  fc
    .array(anyTree, { maxLength: 3 })
    .map((args) => `implementation: {container: {image: i, args: ${JSON.stringify(args)}}}\n`),
  fc.tuple(anyTree, anyTree).map(([spec, executor]) =>
    JSON.stringify({
      pipelineInfo: { name: 'a' },
      root: spec,
      deploymentSpec: { executors: { 'exec-a': executor } },
    }),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function sayings(loaded: LoadedComponent): readonly ComponentProblem[] {
  switch (loaded.status) {
    case 'ok':
      return [...loaded.description.problems, ...loaded.description.notes];
    case 'broken':
      expect(loaded.problems.length).toBeGreaterThan(0);
      return loaded.problems;
    case 'not-a-component':
      return [loaded.problem];
  }
}

describe('any text at all', () => {
  it('is told apart, and what is wrong with it has words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const loaded = loadComponent(text, { path: '/lib/x/component.yaml' });
        for (const { code, values } of sayings(loaded)) {
          const sentence = COMPONENT_EN[`component.${code}`];
          expect(sentence, code).toBeDefined();
          const unfilled =
            (sentence ?? '').match(/\{(\w+)\}/g)?.filter((place) => !(place.slice(1, -1) in values)) ?? [];
          expect(unfilled).toEqual([]);
          expect(fillSentence(sentence ?? '', values, 'en')).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('becomes an entry under the name of a component, and can be retyped without harm', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const place = { path: '/lib/x/component.yaml', root: '/lib', fileName: 'component.yaml' };
        expect(catalogEntryOf(text, place)).toMatchObject({ path: place.path, root: '/lib' });
        expect(retypeComponent(text, [{ name: 'not there', type: 'String' }])).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
