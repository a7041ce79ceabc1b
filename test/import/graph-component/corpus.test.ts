import { describe, expect, it } from 'vitest';
import { createGraphWriter, graphComponentText } from '../../../src/compile/graph-component/write-graph-component.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import { printPipelineFile } from '../../../src/file/print-file.ts';
import { importGraphComponent } from '../../../src/import/graph-component/import-graph-component.ts';
import { readForeignYamlExactly } from '../../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';
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
});
