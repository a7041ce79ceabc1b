import type { TaskRecord, TaskTarget } from '../document.ts';
import type { GroupRecord } from '../group.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../ids.ts';
import { isTask, nodesOfBody } from '../lookups.ts';
import { mapGroup, mapTask } from '../map-records.ts';
import { newBodyId } from '../new-ids.ts';
import type { Copier } from './copier.ts';
import { takeGroupNumber } from './map-pipeline.ts';
import { type Position, placeInBody, shifted } from './place-node.ts';

/** Copies what stands in a body of the fragment to the end of a body of the document, groups with all they hold. */
export function copyBody(copier: Copier, from: BodyId, to: BodyId, offset?: Position): readonly NodeId[] {
  const copies: NodeId[] = [];
  for (const node of nodesOfBody(copier.fragment, from)) {
    const copy = isTask(node) ? copyTask(copier, node, to) : copyGroup(copier, node, to);
    placeInBody(copier.draft, copy);
    const layout = copier.fragment.layout.get(node.id);
    if (layout !== undefined) copier.draft.layout.set(copy.id, shifted(layout, offset));
    copies.push(copy.id);
  }
  return copies;
}

function copyTask(copier: Copier, task: TaskRecord, parent: BodyId): TaskRecord {
  const id = newIdOf(copier, task.id) as TaskId;
  const name = copier.names.get(task.id) ?? task.name;
  const copy = { ...mapTask(task, copier.map), id, parent, name };
  const placed = { ...copy, target: copyTarget(copier, copy.target) };
  copier.draft.tasks.set(id, placed);
  return placed;
}

function copyTarget(copier: Copier, target: TaskTarget): TaskTarget {
  if (target.kind !== 'pipeline') return target;
  const pipeline = copier.target.definitions.get(target.pipeline);
  const name = copier.fragment.pipelines.get(target.pipeline)?.name ?? '';
  return pipeline === undefined ? { kind: 'missing-pipeline', name } : { kind: 'pipeline', pipeline };
}

function copyGroup(copier: Copier, group: GroupRecord, parent: BodyId): GroupRecord {
  const id = newIdOf(copier, group.id) as GroupId;
  const mapped = { ...mapGroup(group, copier.map), id, parent };
  const numbered = copier.target.isDefinition ? mapped : renumbered(copier, mapped);
  const copy = withBodies(numbered, () => emptyBody(copier, id));
  copier.draft.groups.set(id, copy);
  for (const { from, to } of pairBodies(group, copy)) copyBody(copier, from, to);
  return copy;
}

function emptyBody(copier: Copier, group: GroupId): BodyId {
  const id = newBodyId(copier.draft);
  copier.draft.bodies.set(id, { id, owner: { kind: 'group', group }, children: [] });
  return id;
}

function withBodies(group: GroupRecord, newBody: () => BodyId): GroupRecord {
  if (group.kind !== 'branches') return { ...group, body: newBody() };
  return { ...group, branches: group.branches.map((branch) => ({ ...branch, body: newBody() })) };
}

function pairBodies(from: GroupRecord, to: GroupRecord): readonly { readonly from: BodyId; readonly to: BodyId }[] {
  if (from.kind === 'branches' && to.kind === 'branches') {
    return from.branches.map((branch, index) => ({ from: branch.body, to: to.branches[index]?.body ?? branch.body }));
  }
  return from.kind === 'branches' || to.kind === 'branches' ? [] : [{ from: from.body, to: to.body }];
}

/** KFP SDK: a new group takes the next number; a loop over constants takes one for its item before its own. */
function renumbered(copier: Copier, group: GroupRecord): GroupRecord {
  const next = (): number => takeGroupNumber(copier.draft, copier.target.pipeline);
  switch (group.kind) {
    case 'exit-handler':
      return { ...group, name: `exit-handler-${next()}` };
    case 'loop': {
      const items = group.items.kind === 'constant' ? { ...group.items, itemNumber: next() } : group.items;
      return { ...group, items, name: `for-loop-${next()}` };
    }
    case 'branches': {
      if (group.branches.length < 2) {
        const name = `condition-${next()}`;
        return { ...group, name, branches: group.branches.map((branch) => ({ ...branch, name })) };
      }
      const name = `condition-branches-${next()}`;
      return { ...group, name, branches: group.branches.map((branch) => ({ ...branch, name: `condition-${next()}` })) };
    }
  }
}

function newIdOf(copier: Copier, id: NodeId): NodeId {
  const copy = copier.nodes.get(id);
  if (copy === undefined) throw new Error(`No new id for ${id}`);
  return copy;
}
