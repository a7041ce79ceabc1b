import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { diagnosticSentence } from '../../src/words/sentences.ts';
import { writePythonYamlDocuments } from '../../src/yaml/write-python-yaml.ts';
import { withoutHeader } from '../helpers/compiled-text.ts';
import { CORPUS_MISSING } from '../helpers/corpus.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';
import { importedDocument, irDocuments, readIrFiles } from '../helpers/ir-files.ts';
import { moduloIds } from '../helpers/modulo-ids.ts';

/** Every public IR file; no file is left out. */
const files = readIrFiles();
const cases = files.map((file) => [file.name, file] as const);
const RECORDED = 86;

function compiledText(document: PipelineDocument, sdkVersion: string): string {
  const compiled = compileDocument(document);
  if (!compiled.ok) throw new Error(compiled.error.map((found) => diagnosticSentence('en', found)).join('\n'));
  return writeIrText(compiled.value, { sdkVersion });
}

describe.skipIf(CORPUS_MISSING !== undefined)(`imported KFP IR ${CORPUS_MISSING ?? ''}`, () => {
  it('is every file there is', () => {
    expect(files.length).toBeGreaterThanOrEqual(RECORDED);
  });

  it.each(cases)('%s compiles equal to itself', (_name, file) => {
    const text = compiledText(importedDocument(file), 'any');
    expect(findIrDifference(irDocuments(text), file.documents)).toBeUndefined();
  });

  it.each(cases)('%s has nothing that is wrong', (_name, file) => {
    const { diagnostics } = checkDocument(importedDocument(file));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(cases)('%s stays the same as a native file', (_name, file) => {
    const document = importedDocument(file);
    const parsed = parsePipelineFile(printPipelineFile(document));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.diagnostics).toEqual([]);
    expect(moduloIds(parsed.value.document)).toEqual(moduloIds(document));
    expect(compiledText(parsed.value.document, 'any')).toBe(compiledText(document, 'any'));
  });

  it('keeps its very text below the header, but for files that PyYAML did not write', () => {
    const differing = files.filter((file) => {
      const own = withoutHeader(file.text);
      const isPythonText = own === withoutHeader(writePythonYamlDocuments(file.documents));
      const sdkVersion = /^sdkVersion: (.*)$/m.exec(file.text)?.[1] ?? '';
      return isPythonText && withoutHeader(compiledText(importedDocument(file), sdkVersion)) !== own;
    });
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  it('holds no name of a channel once it is a document', () => {
    const left = files.filter((file) => {
      const { components: _components, ...drawn } = importedDocument(file);
      return /pipelinechannel--/.test(
        JSON.stringify(Object.values(drawn).map((part) => (part instanceof Map ? [...part] : part))),
      );
    });
    // Comparisons that the SDK writes wrongly stay texts, and name what they look at.
    expect(left.map(({ name }) => name)).toEqual(['ex_conditions_loops.yaml']);
  });
});
