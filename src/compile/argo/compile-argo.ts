import { checkDocument } from '../../analysis/check-document.ts';
import { checkForTarget } from '../../analysis/check-for-target.ts';
import type { Diagnostic } from '../../analysis/diagnostic.ts';
import type { PipelineDocument } from '../../model/document.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { type ArgoOptions, writeArgoText } from './write-argo-text.ts';

/** The text of a document as an Argo Workflow; every diagnostic where one is an error. */
export function compileArgo(
  document: PipelineDocument,
  options: ArgoOptions = {},
): Result<string, readonly Diagnostic[]> {
  const diagnostics = [...checkDocument(document).diagnostics, ...checkForTarget(document, 'argo')];
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics);
  return success(writeArgoText(document, options));
}
