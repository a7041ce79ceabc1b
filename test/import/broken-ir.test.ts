import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import { sentence } from '../../src/words/sentences.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { readSdkCases, SDK_GOLDENS } from '../helpers/document-of-case.ts';
import { irDocuments, readIrFiles } from '../helpers/ir-files.ts';
import { damage } from './damage.ts';

const files = readSdkCases().map((sdkCase) => join(SDK_GOLDENS, sdkCase.case, 'expected.yaml'));
/** With groups where the corpus is at hand; what has them stands twice. */
const withGroups = readIrFiles().filter(({ text }) => /Iterator|triggerPolicy/.test(text));
const sources = [
  ...files.map((file) => irDocuments(readFileSync(file, 'utf8'))),
  ...[...withGroups, ...withGroups].map(({ documents }) => documents),
];

const REPLACEMENTS: readonly (YamlTree | undefined)[] = [
  undefined,
  null,
  0,
  'text',
  '',
  [],
  {},
  true,
  [null],
  { a: 1 },
];

describe('damaged IR', () => {
  it('is read as far as it goes or refused with reasons, and never throws', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
        fc.nat(),
        fc.nat(1),
        (a, way, b, part) => {
          const documents = sources[a % sources.length] ?? [];
          const damaged = documents.map((tree, index) =>
            index === part % documents.length ? damage(tree, way, REPLACEMENTS[b % REPLACEMENTS.length]) : tree,
          );
          const imported = importKfpIr(damaged);
          if (imported.ok) compileDocument(imported.value.document);
          else
            for (const { code, values } of imported.error)
              expect(sentence('en', `import.${code}`, values)).not.toMatch(/^import\./);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('that runs itself without end is refused', () => {
    const component = { dag: { tasks: { again: { componentRef: { name: 'comp-a' } } } } };
    const tree = {
      components: { 'comp-a': component },
      pipelineInfo: { name: 'x' },
      root: component,
      schemaVersion: '2.1.0',
    };
    const imported = importKfpIr([tree]);
    expect(imported).toEqual({ ok: false, error: [{ code: 'recursive-ir', values: { components: ['comp-a'] } }] });
  });

  it('tells the place of what is malformed', () => {
    const tree = { pipelineInfo: { name: 'x' }, root: { dag: { tasks: { a: {} } } }, schemaVersion: '2.1.0' };
    const imported = importKfpIr([tree]);
    expect(imported.ok ? [] : imported.error[0]?.values.path).toBe('pipeline.root.dag.tasks.a.componentRef');
  });

  it.each([
    ['nothing', []],
    ['text', ['hello']],
    ['a component', [{ name: 'x', implementation: {} }]],
    ['a pipeline without a root', [{ pipelineInfo: { name: 'x' } }]],
  ] as const)('%s is no pipeline', (_name, documents) => {
    const imported = importKfpIr(documents as unknown as readonly YamlTree[]);
    expect(imported.ok ? undefined : imported.error.map(({ code }) => code)).toEqual(['not-kfp-ir']);
  });
});
