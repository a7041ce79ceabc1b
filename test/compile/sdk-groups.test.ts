import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { compiledText, withoutHeader } from '../helpers/compiled-text.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'sdk-groups');
const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name);

/** The SDK gives keys that collide when pipelines are merged another order from run to run. */
const KEYS_DIFFER: ReadonlySet<string> = new Set(['name-collisions', 'pipelines-in-groups', 'pipelines-in-pipelines']);

describe('groups and sub-pipelines that the official SDK compiled', () => {
  it('has at least 25 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  it.each(cases)('%s is read as the file beside it says', async (name) => {
    const imported = importKfpIr(documentsOf(read(name, 'expected.yaml')));
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    expect(imported.value.notKept).toEqual([]);
    await expect(printPipelineFile(imported.value.document)).toMatchFileSnapshot(fileOf(name, 'case.pipeline.yaml'));
  });

  it.each(cases)('%s compiles to what the SDK wrote', (name) => {
    const expected = read(name, 'expected.yaml');
    const compiled = compiledText(read(name, 'case.pipeline.yaml'));
    expect(findIrDifference(documentsOf(compiled), documentsOf(expected))).toBeUndefined();
    if (!KEYS_DIFFER.has(name)) expect(withoutHeader(compiled)).toBe(withoutHeader(expected));
  });

  it.each(cases)('%s survives being read and printed', (name) => {
    const text = read(name, 'case.pipeline.yaml');
    const parsed = parsePipelineFile(text);
    expect(parsed.ok && printPipelineFile(parsed.value.document, parsed.value.source)).toBe(text);
  });
});

function fileOf(name: string, file: string): string {
  return join(FOLDER, name, file);
}

function read(name: string, file: string): string {
  return readFileSync(fileOf(name, file), 'utf8');
}

function documentsOf(text: string): readonly YamlTree[] {
  const documents = readForeignYamlExactly(text);
  if (!documents.ok) throw new Error(documents.error.code);
  return documents.value.documents;
}
