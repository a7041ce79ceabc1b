import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { CORPUS_MISSING } from '../helpers/corpus.ts';
import { findIrDifference } from '../helpers/ir-equal.ts';
import { importedDocument, irDocuments, readIrFiles } from '../helpers/ir-files.ts';
import { arbitraryValidDocument } from '../helpers/valid-document/arbitrary-valid-document.ts';

function irText(document: PipelineDocument): string | undefined {
  const compiled = compileDocument(document);
  return compiled.ok ? writeIrText(compiled.value) : undefined;
}

describe('importing what was compiled', () => {
  it('gives a document that compiles equal, with nothing kept apart, whatever the pipeline', () => {
    fc.assert(
      fc.property(arbitraryValidDocument, (document) => {
        const text = irText(document);
        fc.pre(text !== undefined);
        const documents = irDocuments(text);
        const imported = importKfpIr(documents);
        if (!imported.ok) throw new Error(JSON.stringify(imported.error));
        expect(imported.value.notKept).toEqual([]);
        expect(imported.value.kept).toBeUndefined();
        const again = irText(imported.value.document);
        expect(again && findIrDifference(irDocuments(again), documents)).toBeUndefined();
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

/** The SDK's names of groups, in all that is made of them. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/for-loop-(?=[0-9])/g, 'each-'],
  [/condition-branches-(?=[0-9])/g, 'choice-'],
  [/condition-(?=[0-9])/g, 'when-'],
  [/exit-handler-(?=[0-9])/g, 'guard-'],
];

describe.skipIf(CORPUS_MISSING !== undefined)(`groups of public IR files ${CORPUS_MISSING ?? ''}`, () => {
  const files = readIrFiles().filter((file) => importedDocument(file).groups.size > 0);

  it('are in as many files as recorded', () => {
    expect(files.length).toBeGreaterThanOrEqual(26);
  });

  it.each(files.map((file) => [file.name, file] as const))(
    'of %s are told by structure, not by name',
    (_name, file) => {
      const text = NAMES.reduce((current, [name, other]) => current.replaceAll(name, other), file.text);
      const documents = irDocuments(text);
      const document = importedDocument({ name: file.name, documents });
      const groups = (of: PipelineDocument) => [...of.groups.values()].map(({ kind }) => kind).sort();
      expect(groups(document)).toEqual(groups(importedDocument(file)));
      expect(findIrDifference(irDocuments(irText(document) ?? ''), documents)).toBeUndefined();
    },
  );
});
