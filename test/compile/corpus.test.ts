import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import { diagnosticSentence, sentence } from '../../src/words/sentences.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { describeIrFeatures, isPlainGraph } from '../helpers/classify-ir.ts';
import { compiledText, withoutHeader } from '../helpers/compiled-text.ts';
import { CORPUS_MISSING, type CorpusFile, readCorpusFiles } from '../helpers/corpus.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';

/** How many files of the corpus the compiler reproduces at the least. */
const RECORDED = { plain: 28, all: 58, texts: 55 };

interface IrFile extends CorpusFile {
  readonly documents: readonly YamlTree[];
}

const files: readonly IrFile[] = ['corpus/kfp-ir', 'corpus/kfp-kubernetes', 'reference/kfp-golden']
  .flatMap((folder) => readCorpusFiles(folder, '.yaml'))
  .flatMap((file) => {
    const documents = documentsOf(file.text);
    return 'pipelineInfo' in Object(documents[0]) ? [{ ...file, documents }] : [];
  });
/** A final status that no exit task takes: the backend refuses to run such a file, and so do we. */
const readable = files.filter((file) => isReadable(file) && !hasStrayFinalStatus(file));
const plain = files.filter((file) => isPlainGraph(file.documents));

describe.skipIf(CORPUS_MISSING !== undefined)(`public IR documents ${CORPUS_MISSING ?? ''}`, () => {
  it('are as many as recorded', () => {
    expect(plain.length).toBeGreaterThanOrEqual(RECORDED.plain);
    expect(readable.length).toBeGreaterThanOrEqual(RECORDED.all);
    expect(plain.filter((file) => !readable.includes(file)).map((file) => file.name)).toEqual([]);
  });

  it.each(readable.map((file) => [file.name, file] as const))('%s compiles equal to itself', (_name, file) => {
    const imported = importKfpIr(file.documents);
    if (!imported.ok)
      throw new Error(imported.error.map(({ code, values }) => sentence('en', `import.${code}`, values)).join('\n'));
    expect(imported.value.notKept).toEqual([]);
    const compiled = compileDocument(imported.value.document);
    if (!compiled.ok) throw new Error(compiled.error.map((found) => diagnosticSentence('en', found)).join('\n'));
    expect(findIrDifference(documentsOf(writeIrText(compiled.value)), file.documents)).toBeUndefined();
  });

  it('mostly keep their very text', () => {
    const same = readable.filter((file) => {
      const sdkVersion = /^sdkVersion: (.*)$/m.exec(file.text)?.[1] ?? '';
      const imported = importKfpIr(file.documents);
      const compiled = imported.ok ? compileDocument(imported.value.document) : undefined;
      return (
        compiled?.ok === true && withoutHeader(writeIrText(compiled.value, { sdkVersion })) === withoutHeader(file.text)
      );
    });
    expect(same.length).toBeGreaterThanOrEqual(RECORDED.texts);
  });

  it.each(readable.map((file) => [file.name, file] as const))('%s survives as a native file', (_name, file) => {
    const imported = importKfpIr(file.documents);
    if (!imported.ok) throw new Error('cannot be imported');
    const text = compiledText(printPipelineFile(imported.value.document));
    expect(findIrDifference(documentsOf(text), file.documents)).toBeUndefined();
  });
});

function isReadable({ documents }: IrFile): boolean {
  const imported = importKfpIr(documents);
  return imported.ok && imported.value.document.groups.size === 0;
}

function hasStrayFinalStatus({ documents }: IrFile): boolean {
  const features = describeIrFeatures(documents);
  return features.has('task-final-status') && !features.has('trigger-strategy');
}

function documentsOf(text: string): readonly YamlTree[] {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents;
}
