import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { compiledText, withoutHeader } from '../helpers/compiled-text.ts';
import { documentOfCase, readSdkCases, SDK_GOLDENS } from '../helpers/document-of-case.ts';

describe('pipelines that the official SDK compiled', () => {
  const cases = readSdkCases();

  it('has at least 20 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
  });

  it.each(cases.map((sdkCase) => [sdkCase.case, sdkCase] as const))(
    '%s is drawn as the file beside it says',
    async (name, sdkCase) => {
      const text = printPipelineFile(documentOfCase(sdkCase));
      await expect(text).toMatchFileSnapshot(join(SDK_GOLDENS, name, 'case.pipeline.yaml'));
    },
  );

  it.each(cases.map((sdkCase) => [sdkCase.case] as const))('%s compiles to the very text of the SDK', (name) => {
    const expected = readFileSync(join(SDK_GOLDENS, name, 'expected.yaml'), 'utf8');
    const file = readFileSync(join(SDK_GOLDENS, name, 'case.pipeline.yaml'), 'utf8');
    expect(withoutHeader(compiledText(file))).toBe(withoutHeader(expected));
  });

  /** The SDK prints maps in its comment in an order that changes from run to run. */
  const orderlessComments = new Set(['input-types', 'yaml-traps']);

  it.each(cases.map((sdkCase) => [sdkCase.case] as const).filter(([name]) => !orderlessComments.has(name)))(
    '%s has the header comment of the SDK',
    (name) => {
      const expected = readFileSync(join(SDK_GOLDENS, name, 'expected.yaml'), 'utf8');
      const file = readFileSync(join(SDK_GOLDENS, name, 'case.pipeline.yaml'), 'utf8');
      expect(compiledText(file)).toBe(expected);
    },
  );

  it('finds nothing wrong with any of them', () => {
    for (const sdkCase of cases) {
      const errors = checkDocument(documentOfCase(sdkCase)).diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors, sdkCase.case).toEqual([]);
    }
  });

  it('gives the same text twice', () => {
    for (const sdkCase of cases) {
      const compile = (): string => {
        const compiled = compileDocument(documentOfCase(sdkCase));
        return compiled.ok ? writeIrText(compiled.value) : '';
      };
      expect(compile()).toBe(compile());
    }
  });

  it('parses back to the drawn document', () => {
    for (const sdkCase of cases) {
      const text = printPipelineFile(documentOfCase(sdkCase));
      const parsed = parsePipelineFile(text);
      expect(parsed.ok && printPipelineFile(parsed.value.document, parsed.value.source)).toBe(text);
    }
  });
});
