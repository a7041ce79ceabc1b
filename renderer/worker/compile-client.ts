import type { PipelineDocument } from '../../src/model/document.ts';
import type { CompiledOutput, CompileQuestion, TargetOutput, TargetQuestion } from './compile-messages.ts';
import { createWorkerClient } from './worker-client.ts';

const ask = createWorkerClient<CompileQuestion, CompiledOutput | TargetOutput>(
  () => new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module', name: 'compile' }),
);

/** Compiles a document off the page's thread. Null when the same tab was compiled again meanwhile. */
export function compileInWorker(document: PipelineDocument, tab: string): Promise<CompiledOutput | null> {
  return ask(document, tab) as Promise<CompiledOutput | null>;
}

/** Writes a document as something else. Null when the same lane was asked again meanwhile. */
export function compileForTargetInWorker(question: TargetQuestion, lane: string): Promise<TargetOutput | null> {
  return ask(question, lane) as Promise<TargetOutput | null>;
}
