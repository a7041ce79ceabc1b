import { GROUP_RULES } from './group-rules.ts';
import { KUBERNETES_RULES } from './kubernetes-rules.ts';
import { PIPELINE_RULES } from './pipeline-rules.ts';
import type { RuleEntries } from './rule-entry.ts';
import { TARGET_RULES } from './target-rules.ts';
import { TASK_RULES } from './task-rules.ts';
import { WIRE_RULES } from './wire-rules.ts';

/**
 * Every rule by its code: when it speaks, how much it matters, and what KFP itself would have said and when. What one
 * emitter cannot write (`argo-…`, `graph-…`, `python-…`) is told by its sentence alone.
 */
export const RULES: RuleEntries = {
  ...WIRE_RULES,
  ...GROUP_RULES,
  ...PIPELINE_RULES,
  ...TASK_RULES,
  ...KUBERNETES_RULES,
  ...TARGET_RULES,
};
