import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readForeignYaml } from '../../src/yaml/read-foreign-yaml.ts';
import { compiledText } from '../helpers/compiled-text.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';

const root = join(import.meta.dirname, '..', '..');
const drawn = readFileSync(join(root, 'assets/examples/income-classifier/income-classifier.pipeline.yaml'), 'utf8');
const golden = readFileSync(join(root, 'test/fixtures/income-classifier/income_classifier_pipeline.yaml'), 'utf8');

describe('the income classifier', () => {
  it('compiles to the very text of the SDK', () => {
    const sdkVersion = /^sdkVersion: (.*)$/m.exec(golden)?.[1];
    expect(sdkVersion).toMatch(/^kfp-/);
    expect(compiledText(drawn, sdkVersion)).toBe(golden);
  });

  it('compiles to an equal structure', () => {
    expect(findIrDifference(documents(compiledText(drawn)), documents(golden))).toBeUndefined();
  });
});

function documents(text: string): readonly unknown[] {
  const read = readForeignYaml(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents;
}
