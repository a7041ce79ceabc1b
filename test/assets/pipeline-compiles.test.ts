import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';

const assets = join(import.meta.dirname, '../../assets');
const golden = join(import.meta.dirname, '../fixtures/income-classifier/income_classifier_pipeline.yaml');

function compileFile(path: string): string {
  const parsed = parsePipelineFile(readFileSync(join(assets, path), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.code);
  const compiled = compileDocument(parsed.value.document);
  if (!compiled.ok) throw new Error(compiled.error.map((diagnostic) => diagnostic.code).join());
  return writeIrText(compiled.value);
}

describe('shipped pipelines, compiled', () => {
  it('the income classifier equals what the SDK writes, in structure and in text', () => {
    const ours = compileFile('examples/income-classifier/income-classifier.pipeline.yaml');
    const theirs = readFileSync(golden, 'utf8');
    expect(findIrDifference(loadAll(ours), loadAll(theirs))).toBeUndefined();
    const withoutVersion = (text: string) => text.replace(/^sdkVersion: .*$/m, '');
    expect(withoutVersion(ours)).toBe(withoutVersion(theirs));
  });

  it.each([
    'examples/penguins/penguins.pipeline.yaml',
    'templates/train-and-evaluate/train-and-evaluate.pipeline.yaml',
    'templates/describe-table/describe-table.pipeline.yaml',
    'templates/compare-tables/compare-tables.pipeline.yaml',
  ])('%s compiles', (path) => {
    const [spec] = loadAll(compileFile(path));
    expect(spec).toMatchObject({ schemaVersion: '2.1.0', root: { dag: { outputs: expect.anything() } } });
  });

  it('an empty pipeline is refused, as the SDK does', () => {
    expect(() => compileFile('templates/empty/empty.pipeline.yaml')).toThrow('no-tasks');
  });
});
