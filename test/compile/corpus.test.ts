import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import { diagnosticSentence, sentence } from '../../src/words/sentences.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { compiledText, withoutHeader } from '../helpers/compiled-text.ts';
import { CORPUS_MISSING, type CorpusFile, readCorpusFiles } from '../helpers/corpus.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';

/** How many files of the corpus the compiler reproduces at the least. */
const RECORDED = { all: 86, texts: 84 };

interface IrFile extends CorpusFile {
  readonly documents: readonly YamlTree[];
}

const files: readonly IrFile[] = ['corpus/kfp-ir', 'corpus/kfp-kubernetes', 'reference/kfp-golden']
  .flatMap((folder) => readCorpusFiles(folder, '.yaml'))
  .flatMap((file) => {
    const documents = documentsOf(file.text);
    return 'pipelineInfo' in Object(documents[0]) ? [{ ...file, documents }] : [];
  });
describe.skipIf(CORPUS_MISSING !== undefined)(`public IR documents ${CORPUS_MISSING ?? ''}`, () => {
  it('are as many as recorded', () => {
    expect(files.length).toBeGreaterThanOrEqual(RECORDED.all);
  });

  it.each(files.map((file) => [file.name, file] as const))('%s compiles equal to itself', (_name, file) => {
    const imported = importKfpIr(file.documents);
    if (!imported.ok)
      throw new Error(imported.error.map(({ code, values }) => sentence('en', `import.${code}`, values)).join('\n'));
    expect(imported.value.notKept).toEqual([]);
    const compiled = compileDocument(imported.value.document);
    if (!compiled.ok) throw new Error(compiled.error.map((found) => diagnosticSentence('en', found)).join('\n'));
    expect(findIrDifference(documentsOf(writeIrText(compiled.value)), file.documents)).toBeUndefined();
  });

  it('mostly keep their very text', () => {
    const same = files.filter((file) => {
      const sdkVersion = /^sdkVersion: (.*)$/m.exec(file.text)?.[1] ?? '';
      const imported = importKfpIr(file.documents);
      const compiled = imported.ok ? compileDocument(imported.value.document) : undefined;
      return (
        compiled?.ok === true && withoutHeader(writeIrText(compiled.value, { sdkVersion })) === withoutHeader(file.text)
      );
    });
    expect(same.length).toBeGreaterThanOrEqual(RECORDED.texts);
  });

  it.each(files.map((file) => [file.name, file] as const))('%s survives as a native file', (_name, file) => {
    const imported = importKfpIr(file.documents);
    if (!imported.ok) throw new Error('cannot be imported');
    const text = compiledText(printPipelineFile(imported.value.document));
    expect(findIrDifference(documentsOf(text), file.documents)).toBeUndefined();
  });
});

function documentsOf(text: string): readonly YamlTree[] {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents;
}
