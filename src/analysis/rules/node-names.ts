import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { BodyId, NodeId, TaskId } from '../../model/ids.ts';
import { fix, type RuleContext } from '../rule.ts';

/** Names of tasks, groups and branches: each once in a pipeline, because they become keys of the IR. */
export function checkNodeNames({ document, pipeline, report }: RuleContext): void {
  const taken = new Set<string>();
  const duplicates: { readonly node: NodeId; readonly name: string }[] = [];
  for (const { node, name } of namedNodes(document, pipeline)) {
    if (taken.has(name)) duplicates.push({ node, name });
    taken.add(name);
  }
  for (const { node, name } of duplicates) {
    const isTask = document.tasks.has(node as TaskId);
    const fixes = isTask ? [fix({ kind: 'rename-task', task: node as TaskId, name: freeName(name, taken) })] : [];
    report({ code: 'duplicate-name', values: { name }, related: [node], fixes });
  }
}

interface NamedNode {
  readonly node: NodeId;
  readonly name: string;
}

function namedNodes(document: PipelineDocument, pipeline: PipelineRecord): readonly NamedNode[] {
  const named: NamedNode[] = [];
  const bodies: BodyId[] = [pipeline.body];
  for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) {
    for (const node of document.bodies.get(body)?.children ?? []) {
      const task = document.tasks.get(node as TaskId);
      const group = document.groups.get(node as GroupRecord['id']);
      if (task !== undefined) named.push({ node, name: task.name });
      if (group === undefined) continue;
      named.push({ node, name: group.name });
      if (group.kind !== 'branches') {
        bodies.push(group.body);
        continue;
      }
      bodies.push(...group.branches.map((branch) => branch.body));
      // A lone If has no level of its own: its branch bears the group's name.
      if (group.branches.length > 1) named.push(...group.branches.map(({ name }) => ({ node, name })));
    }
  }
  return named;
}

function freeName(name: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  taken.add(`${name}-${number}`);
  return `${name}-${number}`;
}
