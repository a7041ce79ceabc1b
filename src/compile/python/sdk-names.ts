import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { BranchesGroup, GroupRecord, LoopGroup } from '../../model/group.ts';
import type { BodyId, GroupId, TaskId } from '../../model/ids.ts';
import { uniqueName } from '../../model/sanitise-names.ts';
import { type WritingOrder, writingOrder } from './order.ts';

/**
 * The document with the names the SDK gives when the Python source is executed: groups are numbered in the order they
 * are written, and importers are called `importer`, `importer-2`, … . Everything else keeps its name.
 */
export function withSdkNames(document: PipelineDocument): PipelineDocument {
  const naming: Naming = {
    document,
    tasks: new Map(document.tasks),
    groups: new Map(document.groups),
    pipelines: new Map(document.pipelines),
  };
  for (const pipeline of document.pipelines.values()) namePipeline(naming, pipeline);
  const { tasks, groups, pipelines } = naming;
  return { ...document, tasks, groups, pipelines };
}

interface Naming {
  readonly document: PipelineDocument;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  readonly pipelines: Map<PipelineRecord['id'], PipelineRecord>;
}

/** One pipeline: its counter of groups, and the names its tasks have taken. */
interface Place extends Naming {
  readonly order: WritingOrder;
  readonly taken: Set<string>;
  readonly next: () => number;
}

function namePipeline(naming: Naming, pipeline: PipelineRecord): void {
  let counter = 1;
  const order = writingOrder(naming.document, pipeline.id);
  const place: Place = { ...naming, order, taken: new Set(), next: () => counter++ };
  nameBody(place, pipeline.body);
  if (counter !== pipeline.groupCounter) naming.pipelines.set(pipeline.id, { ...pipeline, groupCounter: counter });
}

function nameBody(place: Place, body: BodyId): void {
  for (const node of place.order(body)) {
    const task = place.document.tasks.get(node as TaskId);
    if (task !== undefined) nameTask(place, task);
    const group = place.document.groups.get(node as GroupId);
    if (group !== undefined) place.groups.set(group.id, nameGroup(place, group));
  }
}

/** KFP SDK: `Pipeline.add_task`. */
function nameTask({ tasks, taken }: Place, task: TaskRecord): void {
  const wanted = task.target.kind === 'importer' ? 'importer' : task.name;
  const name = uniqueName(wanted, (candidate) => taken.has(candidate));
  taken.add(name);
  if (name !== task.name) tasks.set(task.id, { ...task, name });
}

function nameGroup(place: Place, group: GroupRecord): GroupRecord {
  switch (group.kind) {
    case 'loop':
      return nameLoop(place, group);
    case 'branches':
      return nameBranches(place, group);
    case 'exit-handler': {
      const name = `exit-handler-${place.next()}`;
      nameBody(place, group.body);
      return { ...group, name };
    }
  }
}

/** KFP SDK: a loop over constants takes a number for its item before its own. */
function nameLoop(place: Place, group: LoopGroup): LoopGroup {
  const items = group.items.kind === 'constant' ? { ...group.items, itemNumber: place.next() } : group.items;
  const name = `for-loop-${place.next()}`;
  nameBody(place, group.body);
  return { ...group, name, items };
}

/** KFP SDK: `maybe_make_and_insert_conditional_branches_group` swaps the numbers of the group and its first branch. */
function nameBranches(place: Place, group: BranchesGroup): BranchesGroup {
  const [first, ...others] = group.branches;
  if (first === undefined) return group;
  const outer = place.next();
  nameBody(place, first.body);
  if (others.length === 0) {
    const name = `condition-${outer}`;
    return { ...group, name, branches: [{ ...first, name }] };
  }
  const branches = [{ ...first, name: `condition-${place.next()}` }];
  for (const branch of others) {
    branches.push({ ...branch, name: `condition-${place.next()}` });
    nameBody(place, branch.body);
  }
  return { ...group, name: `condition-branches-${outer}`, branches };
}
