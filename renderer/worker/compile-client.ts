import type { PipelineDocument } from '../../src/model/document.ts';
import type { CompiledOutput } from './compile-messages.ts';
import { createWorkerClient } from './worker-client.ts';

const ask = createWorkerClient<PipelineDocument, CompiledOutput>(
  () => new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module', name: 'compile' }),
);

/** Compiles a document off the page's thread. Null when the same tab was compiled again meanwhile. */
export function compileInWorker(document: PipelineDocument, tab: string): Promise<CompiledOutput | null> {
  return ask(document, tab);
}
