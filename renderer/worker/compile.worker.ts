import { checkForTarget } from '../../src/analysis/check-for-target.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { compileForTarget } from '../../src/compile/targets.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import {
  type CompiledOutput,
  type CompileQuestion,
  isForTarget,
  type TargetOutput,
  type TargetQuestion,
} from './compile-messages.ts';
import type { Numbered } from './worker-client.ts';

self.addEventListener('message', (event: MessageEvent<Numbered<CompileQuestion>>) => {
  const { number, content } = event.data;
  const output = isForTarget(content) ? compileForOne(content) : compile(content);
  self.postMessage({ number, content: output } satisfies Numbered<CompiledOutput | TargetOutput>);
});

function compile(document: PipelineDocument): CompiledOutput {
  const compiled = compileDocument(document);
  return {
    ir: compiled.ok ? writeIrText(compiled.value) : null,
    diagnostics: checkForTarget(document, 'kfp'),
  };
}

function compileForOne({ document, target }: TargetQuestion): TargetOutput {
  const compiled = compileForTarget(document, target);
  if (compiled.ok) return { ...compiled.value, problems: [] };
  return { text: null, extension: '', problems: compiled.error.filter(({ severity }) => severity === 'error') };
}
