import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { findOracle } from '../oracles/pyyaml.ts';
import { CORPUS_MISSING, CORPUS_ROOT, readCorpusFiles } from './corpus.ts';
import { canonicalIr, findIrDifference } from './ir-equal.ts';

const SMALL = {
  components: {
    'comp-a': { executorLabel: 'exec-a' },
    'comp-g': { dag: { tasks: { a: { componentRef: { name: 'comp-a' } } } } },
  },
  deploymentSpec: { executors: { 'exec-a': { container: { image: 'x' } } } },
  root: { dag: { tasks: { g: { componentRef: { name: 'comp-g' }, dependentTasks: ['y', 'x'] } } } },
  sdkVersion: 'kfp-2.17.0',
};

/** The same file with a text replaced everywhere in its JSON. */
function changed(from: string, to: string, tree: unknown = SMALL): unknown {
  const text = JSON.stringify(tree);
  if (!text.includes(from)) throw new Error(`${from} is not there`);
  return JSON.parse(text.replaceAll(from, to));
}

describe('IR equality', () => {
  test.each([
    ['component keys', '"comp-a"', '"comp-z"'],
    ['executor labels', '"exec-a"', '"exec-b-2"'],
    ['the SDK version', 'kfp-2.17.0', 'kfp-2.14.0'],
    ['the order of dependent tasks', '["y","x"]', '["x","y"]'],
  ])('does not look at %s', (_, from, to) => {
    expect(findIrDifference([SMALL], [changed(from, to)])).toBeUndefined();
  });

  test.each([
    [
      '"image":"x"',
      '"image":"y"',
      '$.root.dag.tasks.g.componentRef.dag.tasks.a.componentRef.executorLabel.executor.container.image',
    ],
    [
      '"image":"x"',
      '"image":1',
      '$.root.dag.tasks.g.componentRef.dag.tasks.a.componentRef.executorLabel.executor.container.image',
    ],
    ['["y","x"]', '["y"]', '$.root.dag.tasks.g.dependentTasks[0]'],
    ['"g":', '"h":', '$.root.dag.tasks.g'],
    [
      '"executors":{"exec-a"',
      '"executors":{"exec-b"',
      '$.root.dag.tasks.g.componentRef.dag.tasks.a.componentRef.executorLabel.executor',
    ],
  ])('sees %s become %s', (from, to, path) => {
    expect(findIrDifference([SMALL], [changed(from, to)])?.path).toBe(path);
  });

  test('1 is 1.0 but not true, and 0 is not false', () => {
    const withValue = (value: unknown) => [{ root: { value } }];
    expect(findIrDifference(withValue(1), withValue({ pythonFloat: 1 }))).toBeUndefined();
    expect(findIrDifference(withValue(1), withValue(true))).toEqual({ path: '$.root.value', left: 1, right: true });
    expect(findIrDifference(withValue(false), withValue(0))).toEqual({ path: '$.root.value', left: false, right: 0 });
    expect(findIrDifference(withValue(null), withValue('null'))?.path).toBe('$.root.value');
  });

  test('a platform setting follows its executor, and the rest of the platform counts as it is', () => {
    const platform = (label: string, policy: string) => ({
      platforms: { kubernetes: { deploymentSpec: { executors: { [label]: { imagePullPolicy: policy } } } } },
    });
    const renamed = [changed('"exec-a"', '"exec-b"'), platform('exec-b', 'Always')];
    expect(findIrDifference([SMALL, platform('exec-a', 'Always')], renamed)).toBeUndefined();
    expect(findIrDifference([SMALL, platform('exec-a', 'Never')], renamed)?.left).toBe('Never');
    expect(findIrDifference([SMALL], renamed)?.path).toBe('$.platformSpec');
    const config = { platforms: { kubernetes: { pipelineConfig: { resourceTtlOnCompletion: 5 } } } };
    expect(findIrDifference([SMALL, config], [SMALL])?.path).toBe('$.platformSpec');
  });

  test('what is no IR is a bug of the test', () => {
    expect(() => canonicalIr([{}])).toThrow('no root');
    expect(() => canonicalIr([changed('"name":"comp-a"', '"name":"comp-g"')])).toThrow('comp-g -> comp-g');
  });
});

const oracle = findOracle();
const tool = join(CORPUS_ROOT, 'tools', 'ir_equal.py');
const missing = 'reason' in oracle ? oracle.reason : CORPUS_MISSING;
const reason = missing ?? (existsSync(tool) ? undefined : 'its tools folder has no ir_equal.py');
if (reason !== undefined) console.warn(`skipped: comparison of IR equality with the Python tool, because ${reason}`);

/** Runs the tool's own functions over many files in one process. */
const BATCH = `
import json, sys
sys.path.insert(0, sys.argv[1])
import ir_equal
files = json.load(sys.stdin)
forms = [ir_equal.canonical(*ir_equal.load(path)) for path in files]
pairs = [ir_equal.first_difference(a, b) for a, b in zip(forms, forms[1:])]
json.dump({'forms': forms, 'places': [pair and pair[0] for pair in pairs]}, sys.stdout)
`;

describe.skipIf(reason !== undefined)('agrees with the Python tool', () => {
  test('on the canonical form of every file, and where neighbours differ', { timeout: 120_000 }, () => {
    const files = ['corpus/kfp-ir', 'corpus/kfp-kubernetes'].flatMap((folder) => readCorpusFiles(folder, '.yaml'));
    const trees = files.map(({ text }) => readExactly(text));
    const { forms, places } = askTool(files.map((file) => file.path));
    expect(forms).toHaveLength(files.length);
    for (const [index, form] of forms.entries()) {
      const canonical = canonicalIr(trees[index] ?? []);
      expect(findRawDifference(canonical, form), files[index]?.name).toBeUndefined();
    }
    for (const [index, place] of places.entries()) {
      expect(findIrDifference(trees[index] ?? [], trees[index + 1] ?? [])?.path ?? null).toBe(place);
    }
  });

  function readExactly(text: string): readonly unknown[] {
    const read = readForeignYamlExactly(text);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value.documents;
  }

  function askTool(paths: readonly string[]): { forms: unknown[]; places: (string | null)[] } {
    const python = 'python' in oracle ? oracle.python : '';
    const options = { input: JSON.stringify(paths), encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const answer = spawnSync(python, ['-B', '-c', BATCH, dirname(tool)], options);
    return JSON.parse(answer.stdout) as { forms: unknown[]; places: (string | null)[] };
  }

  /** Compares two canonical forms as if each were the root of a file. */
  function findRawDifference(left: unknown, right: unknown) {
    return findIrDifference([{ root: { canonical: left } }], [{ root: { canonical: right } }]);
  }
});
