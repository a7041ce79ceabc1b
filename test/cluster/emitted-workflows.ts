import { globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import fc from 'fast-check';
import { compileForTarget } from '../../src/compile/targets.ts';
import { importSource } from '../../src/import/import-source.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { diagnosticSentence } from '../../src/words/sentences.ts';
import { CORPUS_ROOT } from '../helpers/corpus.ts';
import { arbitraryValidDocument } from '../helpers/valid-document/arbitrary-valid-document.ts';

/** A workflow that was written, or why none was. */
export type EmittedWorkflow = { readonly title: string } & ({ readonly text: string } | { readonly reason: string });

const ROOT = join(import.meta.dirname, '..', '..');

/** Pipeline files of the repository, and public documents of every kind that can be imported. */
const SOURCES: readonly { readonly folder: string; readonly pattern: string }[] = [
  { folder: ROOT, pattern: '{assets,test/fixtures}/**/*.pipeline.yaml' },
  { folder: CORPUS_ROOT, pattern: 'corpus/{kfp-ir,kfp-kubernetes,argo-v1,tangle}/*.yaml' },
  { folder: CORPUS_ROOT, pattern: 'reference/kfp-golden/*.yaml' },
];

/** Writes a workflow of everything that the repository and the corpus have. */
export function emittedWorkflows(): readonly EmittedWorkflow[] {
  return SOURCES.flatMap(({ folder, pattern }) => {
    const files = globSync(pattern, { cwd: folder }).sort();
    return files.map((file) =>
      emit(join(relative(ROOT, folder) || '.', file), readFileSync(join(folder, file), 'utf8')),
    );
  });
}

/** Workflows of generated documents that Argo can take; the seed makes them again. */
export function generatedWorkflows(
  seed: number,
  count: number,
): readonly (EmittedWorkflow & { readonly text: string })[] {
  return fc.sample(arbitraryValidDocument, { seed, numRuns: count }).flatMap((document, index) => {
    const compiled = compileForTarget(document, 'argo');
    return compiled.ok ? [{ title: `generated-${seed}-${index}.yaml`, text: compiled.value.text }] : [];
  });
}

function emit(title: string, text: string): EmittedWorkflow {
  const imported = importSource(text);
  if (!imported.ok) return { title, reason: `no pipeline: ${imported.error.map(({ code }) => code).join(', ')}` };
  return { title, ...emitDocument(imported.value.document) };
}

function emitDocument(document: PipelineDocument): { readonly text: string } | { readonly reason: string } {
  const compiled = compileForTarget(document, 'argo');
  if (compiled.ok) return { text: compiled.value.text };
  const [first] = compiled.error.filter(({ severity }) => severity === 'error');
  return { reason: first === undefined ? 'unknown' : `not for Argo: ${diagnosticSentence('en', first)}` };
}

/** A name for the file of a workflow. */
export function fileNameOf(title: string, index: number): string {
  return `${index}-${basename(title)}`;
}
