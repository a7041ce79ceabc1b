import type { PipelineSpec } from '../compile/kfp/ir.ts';
import type { RunFact, TaskOutputs } from './facts/run-fact.ts';
import { upstreamNames } from './schedule/task-instance.ts';

/**
 * For "run from here": the outputs of an earlier run that stand in for the tasks that neither are the chosen ones
 * nor come after them. Only tasks of the root DAG are told apart; an inner task chooses its outermost one.
 */
export function selectReusableOutputs(
  spec: PipelineSpec,
  earlier: readonly RunFact[],
  from: readonly string[],
): ReadonlyMap<string, TaskOutputs> {
  const again = withDownstream(spec, new Set(from.map((key) => key.split('/')[0]?.replace(/\[\d+\]$/, '') ?? key)));
  const reusable = new Map<string, TaskOutputs>();
  for (const fact of earlier) {
    if (fact.type !== 'task-succeeded' || fact.key.includes('/') || again.has(fact.key)) continue;
    reusable.set(fact.key, fact.outputs);
  }
  return reusable;
}

/** The given root tasks and everything that comes after them. */
function withDownstream(spec: PipelineSpec, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const downstream = new Map<string, string[]>();
  for (const [name, task] of Object.entries(spec.root.dag?.tasks ?? {})) {
    for (const upstream of upstreamNames(task)) downstream.set(upstream, [...(downstream.get(upstream) ?? []), name]);
  }
  const found = new Set(chosen);
  const open = [...chosen];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const next of downstream.get(name) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
