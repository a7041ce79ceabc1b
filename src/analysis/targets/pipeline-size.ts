import { expandedTaskCount } from '../expanded-size.ts';
import type { TargetContext } from './target-rule.ts';

/** More tasks than any backend runs; sub-pipelines inside each other reach it with few records. */
const MOST_TASKS = 100_000;

/** Sub-pipelines are written out at every use, so few records can make more than any program can hold. */
export function checkPipelineSize({ document, report }: TargetContext): void {
  const count = expandedTaskCount(document);
  if (count <= MOST_TASKS) return;
  report({ code: 'too-many-tasks', values: { count: Number.isFinite(count) ? count : '∞', limit: MOST_TASKS } });
}
