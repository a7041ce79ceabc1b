import type { PipelineDocument } from '../model/document.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type CheckTarget, RULES_OF_TARGETS } from './targets/rules-of-targets.ts';
import { runTargetRules } from './targets/target-rule.ts';

/** What one target cannot take although the document is sound; beside the diagnostics of `checkDocument`. */
export function checkForTarget(document: PipelineDocument, target: CheckTarget): readonly Diagnostic[] {
  return runTargetRules(document, RULES_OF_TARGETS[target]);
}
