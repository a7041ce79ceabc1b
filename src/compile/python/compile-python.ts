import { checkDocument } from '../../analysis/check-document.ts';
import { checkForTarget } from '../../analysis/check-for-target.ts';
import type { Diagnostic } from '../../analysis/diagnostic.ts';
import type { PipelineDocument } from '../../model/document.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { emitPython } from './emit-python.ts';

/** Compiles a document to the source of KFP's Python DSL. Errors of the document or of the target are given back. */
export function compilePython(document: PipelineDocument): Result<string, readonly Diagnostic[]> {
  const diagnostics = [...checkDocument(document).diagnostics, ...checkForTarget(document, 'python')];
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics);
  return success(emitPython(document));
}
