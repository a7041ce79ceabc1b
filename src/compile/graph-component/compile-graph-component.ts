import { checkDocument } from '../../analysis/check-document.ts';
import { checkForTarget } from '../../analysis/check-for-target.ts';
import type { Diagnostic } from '../../analysis/diagnostic.ts';
import { severityForTarget } from '../../analysis/targets/severity-for-target.ts';
import type { PipelineDocument } from '../../model/document.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { createGraphWriter, graphComponentText } from './write-graph-component.ts';

/** The text of a document as a v1 component with a graph; the errors where the format cannot say it. */
export function compileGraphComponent(document: PipelineDocument): Result<string, readonly Diagnostic[]> {
  const found = [
    ...checkDocument(document).diagnostics.map((diagnostic) => severityForTarget(diagnostic, 'graph-component')),
    ...checkForTarget(document, 'graph-component'),
  ];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return failure(errors);
  return success(graphComponentText(createGraphWriter(document).component(document.root)));
}
