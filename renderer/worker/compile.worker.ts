import { checkForTarget } from '../../src/analysis/check-for-target.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { CompiledOutput } from './compile-messages.ts';
import type { Numbered } from './worker-client.ts';

self.addEventListener('message', (event: MessageEvent<Numbered<PipelineDocument>>) => {
  const { number, content } = event.data;
  self.postMessage({ number, content: compile(content) } satisfies Numbered<CompiledOutput>);
});

function compile(document: PipelineDocument): CompiledOutput {
  const compiled = compileDocument(document);
  return {
    ir: compiled.ok ? writeIrText(compiled.value) : null,
    diagnostics: checkForTarget(document, 'kfp'),
  };
}
