import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';

/** The document of a native pipeline file. Throws with every problem where there is one. */
export function documentOfFile(text: string): PipelineDocument {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(`cannot be read: ${JSON.stringify(parsed.error)}`);
  const { document, diagnostics } = parsed.value;
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return document;
}
