import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pythonJson, pythonRepr } from '../../src/yaml/python-text.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { writePythonYaml } from '../../src/yaml/write-python-yaml.ts';
import { decodeTree } from '../oracles/pyyaml.ts';

/** Reads a table that `test/oracles/make_pyyaml_tables.py` wrote. */
function readTable<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'pyyaml', name), 'utf8')) as Row[];
}

interface DumpRow {
  readonly tree: unknown;
  readonly text: string;
  readonly json: string;
  readonly repr: string;
}

interface LoadRow {
  readonly text: string;
  readonly documents?: readonly unknown[];
  readonly error?: string;
}

describe('the tables of PyYAML', () => {
  const dumps = readTable<DumpRow>('dump.json');
  const loads = readTable<LoadRow>('load.json');

  test('are there', () => {
    expect(dumps.length).toBeGreaterThan(500);
    expect(loads.length).toBeGreaterThan(600);
    expect(loads.filter((row) => row.error !== undefined).length).toBeGreaterThan(10);
  });

  test('hold the text of every tree, and its JSON and repr', () => {
    for (const row of dumps) {
      const tree = decodeTree(row.tree);
      expect(writePythonYaml(tree)).toBe(row.text);
      expect(pythonJson(tree, { sortKeys: true })).toBe(row.json);
      // Integer-like keys come first in a JavaScript object, so only the characters of the repr are compared.
      expect([...pythonRepr(tree)].sort().join('')).toBe([...row.repr].sort().join(''));
    }
  });

  test('hold what every text reads as', () => {
    for (const { text, documents, error } of loads) {
      const read = readForeignYamlExactly(text);
      expect(read.ok ? read.value.documents : 'refused', text).toEqual(documents?.map(decodeTree) ?? 'refused');
      expect(read.ok, `${text} ${error ?? ''}`).toBe(error === undefined);
    }
  });
});
