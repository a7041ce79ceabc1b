import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { writePythonYamlDocuments } from '../../src/yaml/write-python-yaml.ts';
import { isPlainGraph } from '../helpers/classify-ir.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'sdk-goldens');
const cases = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'pipeline.py')));

interface CaseEntry {
  readonly case: string;
  readonly tasks: readonly { readonly component: string }[];
}

describe('the pipelines the SDK compiled', () => {
  test('are all described, with components that are there', () => {
    const entries = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as CaseEntry[];
    expect(entries.map((entry) => entry.case)).toEqual([...cases].sort());
    expect(cases.length).toBeGreaterThanOrEqual(20);
    const used = new Set(entries.flatMap((entry) => entry.tasks.map((task) => task.component)));
    expect([...used].sort()).toEqual(readdirSync(join(FOLDER, 'components')).sort());
  });

  test.each(cases)('%s is a plain graph and is written back as it is', (name) => {
    const text = readFileSync(join(FOLDER, name, 'expected.yaml'), 'utf8');
    const read = readForeignYamlExactly(text);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(isPlainGraph(read.value.documents)).toBe(true);
    expect(writePythonYamlDocuments(read.value.documents)).toBe(text.replace(/^(?:#.*\n)+/, ''));
  });
});
