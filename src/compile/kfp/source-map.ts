import type { NodeId } from '../../model/ids.ts';
import type { SourceMap, SourcePlace } from '../compiled-pipeline.ts';
import type { PlannedDag } from '../plan/plan.ts';

/** Where every task of the IR came from, in groups and sub-pipelines too. */
export function sourceMapOf(dag: PlannedDag): SourceMap {
  const byIrPath = new Map<string, SourcePlace>();
  const byNode = new Map<NodeId, string[]>();
  const visit = ({ tasks }: PlannedDag, irParent: string, documentParent: string): void => {
    for (const { name, node, pipeline, runs } of tasks) {
      const irPath = `${irParent}${name}`;
      const documentPath = `${documentParent}${name}`;
      byIrPath.set(irPath, { pipeline, node, documentPath });
      const paths = byNode.get(node);
      if (paths === undefined) byNode.set(node, [irPath]);
      else paths.push(irPath);
      if (runs.kind === 'dag') visit(runs.dag, `${irPath}/`, `${documentPath}/`);
      if (runs.kind === 'group') visit(runs.group.dag, `${irPath}/`, documentParent);
    }
  };
  visit(dag, '', '');
  return { byIrPath, byNode };
}
