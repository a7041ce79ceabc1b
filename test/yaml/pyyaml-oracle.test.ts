import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pythonJson, pythonRepr } from '../../src/yaml/python-text.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { writePythonYamlDocuments } from '../../src/yaml/write-python-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { anyText, anyTree, foldingText } from '../oracles/arbitrary-trees.ts';
import { askOracle, decodeTree, encodeTree, findOracle } from '../oracles/pyyaml.ts';

const oracle = findOracle();
const skipped = 'reason' in oracle;
if ('reason' in oracle) console.warn(`skipped: comparison with PyYAML, because ${oracle.reason}`);
const python = 'python' in oracle ? oracle : { python: '' };

/** The seed is fixed so that a failure repeats; the number of runs can be raised from outside. */
const RUNS = Number(process.env.PIPEWRIGHT_ORACLE_RUNS ?? 3000);

function sample<Value>(arbitrary: fc.Arbitrary<Value>, seed: number, count = RUNS): Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed: Number(process.env.PIPEWRIGHT_ORACLE_SEED ?? seed) });
}

describe.skipIf(skipped)('the same text as PyYAML', () => {
  test('of any tree', { timeout: 120_000 }, () => {
    const trees = sample(anyTree, 1);
    const answers = askOracle(
      python,
      trees.map((tree) => ({ op: 'dump', documents: [encodeTree(tree)] })),
    );
    for (const [index, tree] of trees.entries()) expect(writePythonYamlDocuments([tree])).toBe(answers[index]?.text);
  });

  test('of long text at every depth, as value, item and key', { timeout: 120_000 }, () => {
    const trees = sample(fc.tuple(foldingText, fc.nat(60)), 2).map(([text, depth]) => nest(text, depth));
    const answers = askOracle(
      python,
      trees.map((tree) => ({ op: 'dump', documents: [encodeTree(tree)] })),
    );
    for (const [index, tree] of trees.entries()) expect(writePythonYamlDocuments([tree])).toBe(answers[index]?.text);
  });

  test('of several documents, with keys in their own order', { timeout: 120_000 }, () => {
    const many = sample(fc.array(anyTree, { maxLength: 4 }), 3, RUNS / 6);
    const requests = many.map(
      (trees) => ({ op: 'dump', documents: trees.map(encodeTree), options: { sort_keys: false } }) as const,
    );
    const answers = askOracle(python, requests);
    for (const [index, trees] of many.entries()) {
      expect(writePythonYamlDocuments(trees, { sortKeys: false })).toBe(answers[index]?.text);
    }
  });

  test('of JSON and repr', { timeout: 120_000 }, () => {
    const trees = sample(anyTree, 4);
    const json = askOracle(
      python,
      trees.map((tree) => ({ op: 'json', value: encodeTree(tree), sortKeys: true })),
    );
    const repr = askOracle(
      python,
      trees.map((tree) => ({ op: 'repr', value: encodeTree(tree) })),
    );
    for (const [index, tree] of trees.entries()) {
      expect(pythonJson(tree, { sortKeys: true })).toBe(json[index]?.text);
      if (!UNSTABLE_CHARACTER.test(repr[index]?.text ?? '')) expect(pythonRepr(tree)).toBe(repr[index]?.text);
    }
  });
});

/** Which characters `repr` escapes follows Python's own version of Unicode, so only long-settled ranges are compared. */
const UNSTABLE_CHARACTER = /[^ -\u024f\u4e00-\u9fa5\u{1f600}-\u{1f640}]|\\[uU](?!d[89a-f]|feff|202[89]|fff)/u;

/** Puts a text under maps and lists in turn, and makes it a key as well. */
function nest(text: string, depth: number): YamlTree {
  let tree: YamlTree = { [text]: text, list: [text, [text]] };
  for (let level = 0; level < depth; level += 1) tree = level % 3 === 0 ? [tree] : { k: tree };
  return tree;
}

/** PyYAML counts the indentation indicator of a block scalar that is the whole document otherwise than YAML 1.2 does. */
function inMap(tree: YamlTree): YamlTree {
  return { tree };
}

/** Ways PyYAML can write one tree; what is read back must not depend on them. */
const dumpOptions = fc.record({
  default_flow_style: fc.constantFrom(true, false, null),
  default_style: fc.constantFrom(null, null, '"', "'", '|', '>'),
  allow_unicode: fc.boolean(),
  width: fc.constantFrom(20, 80, 1000),
  indent: fc.constantFrom(2, 4, 7),
  explicit_start: fc.boolean(),
});

/** Characters plain scalars of numbers, dates and words are made of. */
const scalarText = fc.string({
  unit: fc.constantFrom(...'0012567890+-..__::eExXobBtTzZ <=~yYnNfFaAlLsSuUrRiI'),
  maxLength: 8,
});
const dateText = fc.stringMatching(
  /^(19|20)\d\d-[01]?\d-[0-3]?\d([Tt ][0-2]?\d:[0-6]\d:[0-6]\d(\.\d{0,4})?( ?(Z|[+-][0-2]?\d(:[0-6]\d)?))?)?$/,
);
const sexagesimal = fc.stringMatching(/^[+-]?[0-9][0-9_]{0,3}(:[0-6]?[0-9]){1,3}(\.[0-9_]{0,3})?$/);

describe.skipIf(skipped)('reads what PyYAML reads', () => {
  test('of any tree PyYAML wrote in any style', { timeout: 120_000 }, () => {
    const cases = sample(fc.tuple(anyTree, dumpOptions), 5);
    const texts = askOracle(
      python,
      cases.map(([tree, options]) => ({ op: 'dump', documents: [encodeTree(inMap(tree))], options })),
    );
    const loaded = askOracle(
      python,
      texts.map((answer) => ({ op: 'load', text: answer.text ?? '' })),
    );
    for (const [index, answer] of texts.entries()) expectSameReading(answer.text ?? '', loaded[index]);
  });

  test('of plain scalars', { timeout: 120_000 }, () => {
    const scalars = sample(
      fc.oneof(
        scalarText,
        dateText,
        sexagesimal,
        anyText.filter((text) => !/[\n\r]/.test(text)),
      ),
      6,
      RUNS * 2,
    );
    const texts = scalars.map((text) => `key: ${text}\nother: 1\n`);
    const loaded = askOracle(
      python,
      texts.map((text) => ({ op: 'load', text })),
    );
    for (const [index, text] of texts.entries()) expectSameReading(text, loaded[index]);
  });
});

/** YAML 1.1 breaks lines at these when they stand unescaped; YAML 1.2, and so js-yaml, does not. */
const OLD_LINE_BREAK = /[\x85\u2028\u2029]/;

/** PyYAML ends the name of an anchor or alias at these and reads on; here such a name is refused. */
const ODD_ANCHOR = /[&*][-\w]+[?:,\]}%@`]/;

function expectSameReading(text: string, answer: { documents?: readonly unknown[]; error?: string } | undefined): void {
  if (OLD_LINE_BREAK.test(text) || ODD_ANCHOR.test(text)) return;
  const read = readForeignYamlExactly(text);
  const ours = read.ok ? read.value.documents : { problem: read.error.code };
  const theirs = answer?.documents?.map(decodeTree) ?? { problem: expect.any(String) };
  expect(ours, `${JSON.stringify(text)} ${answer?.error ?? ''}`).toEqual(theirs);
}
