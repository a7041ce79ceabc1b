import type { PipelineDocument } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import { pipelineOfNode } from '../../model/lookups.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { diagnosticOf, type Finding } from '../rule.ts';

/** What a rule of one target sees: the whole document, which is sound by the rules for every target. */
export interface TargetContext {
  readonly document: PipelineDocument;
  /** Reports about a task or group, a pipeline, or the root pipeline where neither is given. */
  readonly report: (finding: Finding, about?: { readonly node?: NodeId; readonly pipeline?: PipelineId }) => void;
}

/** A rule of a target. It looks at the whole document each time: it runs when a file is written or a run begins. */
export type TargetRule = (context: TargetContext) => void;

/** Runs rules over a document. */
export function runTargetRules(document: PipelineDocument, rules: readonly TargetRule[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: TargetContext['report'] = (finding, { node, pipeline } = {}) => {
    const home = pipeline ?? (node === undefined ? undefined : pipelineOfNode(document, node)) ?? document.root;
    const place = { pipeline: home, ...(node === undefined ? {} : { node }) };
    diagnostics.push(diagnosticOf(finding, place, {}));
  };
  for (const rule of rules) rule({ document, report });
  return diagnostics;
}
