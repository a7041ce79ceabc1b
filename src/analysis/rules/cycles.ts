import type { PipelineDocument } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import { nodeRecord, pipelineOfNode } from '../../model/lookups.ts';
import { dependencyGraph } from '../dependency-graph.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import { type Cycle, findCycles, findOrdering } from '../find-cycles.ts';
import type { Ranks } from '../keep-ranks.ts';
import { diagnosticOf, fix } from '../rule.ts';

/** Tasks that wait for each other, each such set once with one whole way around; and pipelines that use themselves. */
export interface CheckedCycles {
  readonly found: readonly Diagnostic[];
  /** Absent when anything was found. */
  readonly ranks?: Ranks;
}

/** Looks for cycles in the whole document. O(tasks + edges). */
export function checkCycles(document: PipelineDocument): CheckedCycles {
  const nodes: NodeId[] = [...document.tasks.keys(), ...document.groups.keys()];
  const { cycles, ranks } = findOrdering(nodes, dependencyGraph(document));
  const recursions = recursionDiagnostics(document);
  const found = [...cycles.map((cycle) => cycleDiagnostic(document, cycle)), ...recursions];
  return found.length > 0 || ranks === undefined ? { found } : { found, ranks };
}

function cycleDiagnostic(document: PipelineDocument, cycle: Cycle<NodeId>): Diagnostic {
  const node = cycle.way[0] as NodeId;
  const pipeline = pipelineOfNode(document, node) ?? document.root;
  const tasks = cycle.way.map((member) => nodeRecord(document, member)?.name ?? '');
  return diagnosticOf(
    { code: 'cycle', related: cycle.members, fixes: cycleFixes(document, cycle) },
    { pipeline, node },
    { tasks },
  );
}

/** Any "run after" edge of the way can go without losing data. */
function cycleFixes(document: PipelineDocument, { way }: Cycle<NodeId>): readonly Fix[] {
  const fixes: Fix[] = [];
  way.forEach((node, index) => {
    const upstream = way[(index + way.length - 1) % way.length] as NodeId;
    const record = nodeRecord(document, node);
    if (record?.after.includes(upstream) !== true) return;
    const values = { task: record.name, upstream: nodeRecord(document, upstream)?.name ?? '' };
    fixes.push(fix({ kind: 'remove-after', node, upstream }, values));
  });
  return fixes;
}

/** A pipeline that runs itself, directly or through others, never ends. */
function recursionDiagnostics(document: PipelineDocument): readonly Diagnostic[] {
  const upstream = new Map<PipelineId, PipelineId[]>();
  for (const task of document.tasks.values()) {
    const pipeline = task.target.kind === 'pipeline' ? pipelineOfNode(document, task.id) : undefined;
    if (pipeline === undefined || task.target.kind !== 'pipeline') continue;
    upstream.set(pipeline, [...(upstream.get(pipeline) ?? []), task.target.pipeline]);
  }
  return findCycles(document.pipelines.keys(), { upstream }).map(({ way }) => {
    const pipelines = [...way].reverse().map((id) => document.pipelines.get(id)?.name ?? '');
    return diagnosticOf({ code: 'recursive-pipeline' }, { pipeline: way[0] as PipelineId }, { pipelines });
  });
}
