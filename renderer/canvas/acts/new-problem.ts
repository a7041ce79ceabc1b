import type { AnalysisResult } from '../../../src/analysis/analysis-result.ts';
import { checkDocument } from '../../../src/analysis/check-document.ts';
import type { ConnectionVerdict } from '../../../src/analysis/connection.ts';
import type { Diagnostic } from '../../../src/analysis/diagnostic.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Edit } from '../../../src/model/edit.ts';
import { getState } from '../../state/store.ts';

/** Why an edit would be refused. */
export type Refused = ConnectionVerdict & { readonly ok: false };

/** The first error that an edit would bring about; nothing where there is none that was not there before. */
export function newProblem(document: PipelineDocument, edit: Edit): Refused | undefined {
  const before = analysisOf(document);
  const after = checkDocument(edit.document, { result: before, touched: edit.touched });
  if (after.counts.error === 0) return undefined;
  const known = new Set(errorsOf(before).map(keyOf));
  const found = errorsOf(after).find((diagnostic) => !known.has(keyOf(diagnostic)));
  return found === undefined ? undefined : { ok: false, code: found.code, values: found.values };
}

const checked = new WeakMap<PipelineDocument, AnalysisResult>();

function analysisOf(document: PipelineDocument): AnalysisResult {
  for (const { analysis } of getState().documents.tabs.values()) if (analysis.document === document) return analysis;
  let found = checked.get(document);
  if (found === undefined) {
    found = checkDocument(document);
    checked.set(document, found);
  }
  return found;
}

function errorsOf(result: AnalysisResult): readonly Diagnostic[] {
  return result.diagnostics.filter(({ severity }) => severity === 'error');
}

function keyOf({ code, place }: Diagnostic): string {
  return JSON.stringify([code, place]);
}
