import { importKfpIr } from '../../src/import/kfp-ir/import-kfp-ir.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { sentence } from '../../src/words/sentences.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import type { YamlTree } from '../../src/yaml/yaml-tree.ts';
import { type CorpusFile, readCorpusFiles } from './corpus.ts';

/** A public IR file with its YAML documents. */
export interface IrFile extends CorpusFile {
  readonly documents: readonly YamlTree[];
}

/** Every file of the corpus that is KFP IR; none where the corpus is absent. */
export function readIrFiles(): readonly IrFile[] {
  return ['corpus/kfp-ir', 'corpus/kfp-kubernetes', 'reference/kfp-golden']
    .flatMap((folder) => readCorpusFiles(folder, '.yaml'))
    .map((file) => ({ ...file, documents: irDocuments(file.text) }))
    .filter(({ documents }) => 'pipelineInfo' in Object(documents[0]));
}

/** The YAML documents of an IR text. Throws for what is no YAML. */
export function irDocuments(text: string): readonly YamlTree[] {
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.documents;
}

/** An IR file as a document. Throws with the reasons where it cannot be imported, or not as a whole. */
export function importedDocument({ name, documents }: Pick<IrFile, 'name' | 'documents'>): PipelineDocument {
  const imported = importKfpIr(documents);
  const notes = imported.ok ? imported.value.notKept : imported.error;
  if (!imported.ok || notes.length > 0) {
    throw new Error(`${name}: ${notes.map(({ code, values }) => sentence('en', `import.${code}`, values)).join('\n')}`);
  }
  return imported.value.document;
}
