import { describe, expect, test } from 'vitest';
import { readForeignYaml, readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { writePythonYamlDocuments } from '../../src/yaml/write-python-yaml.ts';
import { CORPUS_MISSING, type CorpusFile, readCorpusFiles } from '../helpers/corpus.ts';
import { askOracle, decodeTree, findOracle } from '../oracles/pyyaml.ts';

if (CORPUS_MISSING !== undefined) console.warn(`skipped: YAML of the corpus, because ${CORPUS_MISSING}`);

/** Files that PyYAML did not write, and what of their text is another writer's. */
const WRITTEN_BY_OTHERS: ReadonlyMap<string, string> = new Map([
  ['pipeline_with_secret_as_volume.yaml', 'an editor indented the sequences afterwards'],
  ['ex_v1_argo_a.yaml', 'SDK 1.8 writes in insertion order and with flow collections'],
  ['ex_v1_argo_b.yaml', 'SDK 1.8 writes in insertion order and with flow collections'],
]);

const irFiles: readonly CorpusFile[] = [
  ...readCorpusFiles('corpus/kfp-ir', '.yaml'),
  ...readCorpusFiles('corpus/kfp-kubernetes', '.yaml'),
  ...readCorpusFiles('reference/kfp-golden', '.yaml'),
  ...readCorpusFiles('reference/kfp-golden/income-classifier', '.yaml'),
];

/** The text below the header comment, ended by one line break: hand-edited files may lack it or have several. */
function bodyOf(text: string): string {
  return `${text.replace(/^(?:#.*\n)+/, '').trimEnd()}\n`;
}

describe.skipIf(CORPUS_MISSING !== undefined)('the IR of the corpus', () => {
  test('has the files it should', () => {
    expect(irFiles.length).toBeGreaterThan(70);
  });

  test.each(irFiles.filter((file) => !WRITTEN_BY_OTHERS.has(file.name)))(
    '$name is written back as it is',
    ({ text }) => {
      const read = readForeignYamlExactly(text);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      expect(writePythonYamlDocuments(read.value.documents)).toBe(bodyOf(text));
      expect(read.value.notes).toEqual([]);
    },
  );

  test.each([...WRITTEN_BY_OTHERS.keys()])('%s is read, though PyYAML did not write it', (name) => {
    const file = irFiles.find((one) => one.name === name);
    const read = readForeignYamlExactly(file?.text ?? '');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(writePythonYamlDocuments(read.value.documents)).not.toBe(bodyOf(file?.text ?? ''));
  });
});

const oracle = findOracle();
const reason = CORPUS_MISSING ?? ('reason' in oracle ? oracle.reason : undefined);
if ('reason' in oracle) console.warn(`skipped: reading the corpus as PyYAML does, because ${oracle.reason}`);

describe.skipIf(reason !== undefined)('every YAML text of the corpus', () => {
  test('reads as PyYAML reads it', { timeout: 120_000 }, () => {
    const texts = [...irFiles.map((file) => file.text), ...otherTexts()];
    const python = 'python' in oracle ? oracle : { python: '' };
    const answers = askOracle(
      python,
      texts.map((text) => ({ op: 'load', text })),
    );
    expect(texts.length).toBeGreaterThan(390);
    for (const [index, text] of texts.entries()) {
      const read = readForeignYamlExactly(text);
      const expected = answers[index]?.documents?.map(decodeTree) ?? 'a problem';
      expect(read.ok ? read.value.documents : 'a problem', text.slice(0, 200)).toEqual(expected);
    }
  });

  test('is refused nowhere', () => {
    const texts = [...irFiles.map((file) => file.text), ...otherTexts()];
    const refused = texts.filter((text) => !readForeignYaml(text).ok);
    expect(refused).toEqual([]);
  });
});

/** Argo workflows, graph components, and the texts of the public components. */
function otherTexts(): string[] {
  const components = readCorpusFiles('reference/kfp-golden', '.jsonl').flatMap((file) => file.text.trim().split('\n'));
  return [
    ...readCorpusFiles('corpus/argo-v1', '.yaml').map((file) => file.text),
    ...readCorpusFiles('corpus/tangle', '.yaml').map((file) => file.text),
    ...components.map((line) => (JSON.parse(line) as { text: string }).text),
  ];
}
