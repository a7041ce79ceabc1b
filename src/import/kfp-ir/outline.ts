import type { ComponentSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import type { NodeId } from '../../model/ids.ts';
import { newBodyId, newGroupId, newTaskId } from '../../model/new-ids.ts';
import { branchOrder } from './condition-chain.ts';
import { type GroupRole, roleOf } from './group-role.ts';
import { orderByKeys } from './key-order.ts';
import type { DagScope, GroupNode, OutlineBranch, OutlineNode } from './outline-node.ts';
import type { Reading } from './reading.ts';
import { tasksInOrder } from './task-order.ts';

/** Groups that share their components could unfold without end; nothing that can be run is as large. */
const MOST_NODES = 200_000;

/** Whether the first look gave up. */
export function isTooLarge(reading: Reading): boolean {
  return reading.nodes.size > MOST_NODES;
}

/** Looks through a DAG and the DAGs of the groups in it. Sub-pipelines are tasks here. */
export function outlineDag(reading: Reading, component: ComponentSpec, around?: GroupNode): DagScope {
  const nodes = new Map<string, OutlineNode>();
  const scope: DagScope = { component, nodes, ...(around === undefined ? {} : { around }), inputs: new Map() };
  const tasks = isTooLarge(reading) ? {} : (component.dag?.tasks ?? {});
  const roles = rolesOf(reading, tasks, around);
  const ungrouped = Object.keys(tasks).filter((name) => roles.get(name) === undefined);
  for (const name of tasksInOrder(tasks, orderByKeys(reading.index, tasks, ungrouped))) {
    const task = tasks[name];
    if (task === undefined) continue;
    const role = roles.get(name);
    const inner = role === undefined ? undefined : reading.index.component(task.componentRef.name);
    const node: OutlineNode =
      role === undefined || inner === undefined
        ? { kind: 'task', id: newTaskId(reading.counter), name, task, outer: scope }
        : outlineGroup(reading, { role, name, task, outer: scope }, inner);
    nodes.set(name, node);
    if (role !== 'branch') reading.nodes.set(node.id, node);
  }
  return scope;
}

function rolesOf(
  reading: Reading,
  tasks: { readonly [name: string]: TaskSpec },
  around: GroupNode | undefined,
): ReadonlyMap<string, GroupRole | undefined> {
  const roleIn = (name: string): GroupRole | undefined =>
    around?.role === 'branches' ? 'branch' : roleOf(reading.index, tasks, name);
  return new Map(Object.keys(tasks).map((name) => [name, roleIn(name)]));
}

function outlineGroup(
  reading: Reading,
  head: Pick<GroupNode, 'role' | 'name' | 'task' | 'outer'>,
  component: ComponentSpec,
): GroupNode {
  const { role, outer } = head;
  const id = role === 'branch' && outer.around !== undefined ? outer.around.id : newGroupId(reading.counter);
  const body = role === 'branches' ? undefined : newBodyId(reading.counter);
  const branches: OutlineBranch[] = [];
  // The DAG inside and its group know each other; neither is seen before both are there.
  const node: { -readonly [Key in keyof GroupNode]: GroupNode[Key] } = {
    ...head,
    kind: 'group',
    id,
    body,
    inner: outer,
    branches,
  };
  node.inner = outlineDag(reading, component, node);
  if (role === 'branches') branches.push(...branchesOf(node.inner));
  if (role === 'if') branches.push({ node, condition: head.task.triggerPolicy?.condition ?? '' });
  return node;
}

function branchesOf(inner: DagScope): readonly OutlineBranch[] {
  const order = branchOrder(inner.component.dag?.tasks ?? {}) ?? [];
  return order.flatMap(({ name, condition }) => {
    const node = inner.nodes.get(name);
    if (node?.kind !== 'group') return [];
    return [condition === undefined ? { node } : { node, condition }];
  });
}

/** The node of a DAG in which another node stands, however deep, or which it is. */
export function siblingOf(reading: Reading, scope: DagScope, id: NodeId): OutlineNode | undefined {
  let node: OutlineNode | undefined = reading.nodes.get(id);
  while (node !== undefined && node.outer !== scope) node = node.outer.around;
  return node;
}
