import type { AnalysisResult } from '../analysis/analysis-result.ts';
import { checkDocument } from '../analysis/check-document.ts';
import { checkForTarget } from '../analysis/check-for-target.ts';
import type { Diagnostic } from '../analysis/diagnostic.ts';
import type { PipelineDocument } from '../model/document.ts';
import { pipelineRecord } from '../model/lookups.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { CompiledPipeline } from './compiled-pipeline.ts';
import { emitPipeline } from './kfp/emit-pipeline.ts';
import { applyOverlays } from './overlay/apply-overlays.ts';
import { planDocument } from './plan/plan-pipeline.ts';
import type { PlanOptions } from './plan/plan-task.ts';

/**
 * Compiles a document to KFP v2 IR. Errors, live or of the target, are given back instead; warnings hinder nothing.
 * `analysis` is a check of this very document that the caller already has.
 */
export function compileDocument(
  document: PipelineDocument,
  analysis: AnalysisResult = checkDocument(document),
  options: PlanOptions = {},
): Result<CompiledPipeline, readonly Diagnostic[]> {
  const diagnostics = [...analysis.diagnostics, ...checkForTarget(document, 'kfp')];
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics);
  const compiled = emitPipeline(pipelineRecord(document, document.root), planDocument(document, options));
  return success(applyOverlays(document, compiled));
}
