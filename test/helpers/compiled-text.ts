import { compileDocument } from '../../src/compile/compile-document.ts';
import { writeIrText } from '../../src/compile/kfp/write-ir-text.ts';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { diagnosticSentence } from '../../src/words/sentences.ts';

/** The IR text of a native pipeline file. Throws with every problem where there is one. */
export function compiledText(file: string, sdkVersion?: string): string {
  const parsed = parsePipelineFile(file);
  if (!parsed.ok) throw new Error(`cannot be read: ${JSON.stringify(parsed.error)}`);
  if (parsed.value.diagnostics.length > 0) throw new Error(JSON.stringify(parsed.value.diagnostics));
  const compiled = compileDocument(parsed.value.document);
  if (!compiled.ok) throw new Error(compiled.error.map((found) => diagnosticSentence('en', found)).join('\n'));
  return writeIrText(compiled.value, sdkVersion === undefined ? {} : { sdkVersion });
}

/** An IR text without the comment above it. */
export function withoutHeader(text: string): string {
  return text.replace(/^(#.*\n)+/, '');
}
