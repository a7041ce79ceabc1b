import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import { createGraphWriter, graphComponentText } from '../../../src/compile/graph-component/write-graph-component.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import { importGraphComponent } from '../../../src/import/graph-component/import-graph-component.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { readForeignYamlExactly } from '../../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
import { arbitraryDraw, drawEdit } from '../../helpers/arbitrary-edit.ts';
import { CORPUS_MISSING, readCorpusFiles } from '../../helpers/corpus.ts';

const files = readCorpusFiles('corpus/tangle', '.yaml');
if (CORPUS_MISSING !== undefined) console.warn(`Skipped: ${CORPUS_MISSING}`);

function treeOf(text: string): YamlTree {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.documents[0] ?? null;
}

describe.skipIf(files.length === 0)('public graph components', () => {
  it.each(files)('$name comes back equal, also after being saved', ({ text }) => {
    const tree = treeOf(text);
    const imported = importGraphComponent(tree);
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    const { document } = imported.value;
    const written = createGraphWriter(document).component(document.root);
    expect(written).toEqual(tree);
    expect(treeOf(graphComponentText(written))).toEqual(tree);
    const saved = parsePipelineFile(printPipelineFile(document));
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    expect(createGraphWriter(saved.value.document).component(saved.value.document.root)).toEqual(tree);
  });

  it('can be edited in any way and still be written, saved and opened', () => {
    const documents = files.flatMap(({ text }) => {
      const imported = importGraphComponent(treeOf(text));
      return imported.ok ? [imported.value.document] : [];
    });
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 8 }), arbitraryDraw, (which, steps, draw) => {
        let document = documents[which % documents.length];
        for (let step = 0; step < steps && document !== undefined; step += 1)
          document = drawEdit(document, draw).document;
        if (document === undefined || isRecursive(document)) return;
        const written = createGraphWriter(document).component(document.root);
        const saved = parsePipelineFile(printPipelineFile(document));
        if (!saved.ok) throw new Error(JSON.stringify(saved.error));
        expect(createGraphWriter(saved.value.document).component(saved.value.document.root)).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });
});

/** Sub-pipelines that run themselves have no end. */
function isRecursive(document: PipelineDocument): boolean {
  return checkDocument(document).diagnostics.some(({ code }) => code === 'recursive-pipeline');
}
