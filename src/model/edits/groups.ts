import type { PipelineDocument } from '../document.ts';
import { createDraft, type Draft, finishEdit } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { Condition, GroupRecord, LoopItems } from '../group.ts';
import type { BodyId, GroupId, NodeId, PipelineId, TaskId } from '../ids.ts';
import { bodyRecord, isTask, nodeRecord, pipelineOfBody } from '../lookups.ts';
import { isNameTaken } from '../name-index.ts';
import { newBodyId, newGroupId } from '../new-ids.ts';
import { referenceExists } from '../reference-check.ts';
import { healMissing } from './heal-missing.ts';
import { takeGroupNumber } from './map-pipeline.ts';
import { type Position, placeInBody, placeOnCanvas, takeFromBody } from './place-node.ts';

/** An edit that made a group. `body` is the one its contents stand in; for branches, the first. */
export interface AddedGroup extends Edit {
  readonly group: GroupId;
  readonly body: BodyId;
}

/** What a new group may be given. */
export interface NewGroupSettings {
  /** The body it stands in; absent: that of the first node it takes in, or the root pipeline's. */
  readonly parent?: BodyId;
  readonly position?: Position;
  /** Nodes of the parent body that move into the group, in their order. */
  readonly nodes?: readonly NodeId[];
}

/** What a new loop goes over: constants, or a reference to a list. */
export type NewLoopItems =
  | Omit<LoopItems & { readonly kind: 'constant' }, 'itemNumber'>
  | (LoopItems & { readonly kind: 'reference' });

/** Adds a loop. KFP SDK: a loop over constants takes a number for its item before its own. */
export function addLoop(document: PipelineDocument, items: NewLoopItems, settings: NewGroupSettings = {}): AddedGroup {
  return addGroup(document, settings, (base) => {
    const numbered = items.kind === 'constant' ? { ...items, itemNumber: base.nextNumber() } : items;
    return { ...base.record, kind: 'loop', name: base.nextName('for-loop'), items: numbered, body: base.body };
  });
}

/** Adds a lone If. Its group has the branch's name, as it has no level of its own in the IR. */
export function addCondition(
  document: PipelineDocument,
  condition: Condition,
  settings: NewGroupSettings = {},
): AddedGroup {
  return addGroup(document, settings, (base) => {
    const name = base.nextName('condition');
    const branches = [{ name, condition, body: base.body }];
    return { ...base.record, kind: 'branches', name, branches, outputs: [] };
  });
}

/** Adds an exit handler. The exit task is set by `setExitTask` where none is given. */
export function addExitHandler(
  document: PipelineDocument,
  settings: NewGroupSettings & { readonly exitTask?: TaskId } = {},
): AddedGroup {
  return addGroup(document, settings, (base) => ({
    ...base.record,
    kind: 'exit-handler',
    name: base.nextName('exit-handler'),
    body: base.body,
    ...(settings.exitTask === undefined ? {} : { exitTask: settings.exitTask }),
  }));
}

interface GroupBase {
  readonly record: { readonly id: GroupId; readonly parent: BodyId; readonly after: readonly NodeId[] };
  readonly body: BodyId;
  nextNumber(): number;
  nextName(prefix: string): string;
}

function addGroup(
  document: PipelineDocument,
  settings: NewGroupSettings,
  make: (base: GroupBase) => GroupRecord,
): AddedGroup {
  const draft = createDraft(document);
  const [first] = settings.nodes ?? [];
  const home = first === undefined ? undefined : nodeRecord(document, first)?.parent;
  const parent = settings.parent ?? home ?? rootBody(document);
  const pipeline = pipelineOfBody(document, parent);
  const id = newGroupId(draft);
  const body = newBodyId(draft);
  const group = make({
    record: { id, parent, after: [] },
    body,
    nextNumber: () => takeGroupNumber(draft, pipeline),
    nextName: (prefix) => nextGroupName(draft, pipeline, prefix),
  });
  draft.groups.set(id, group);
  draft.bodies.set(body, { id: body, owner: { kind: 'group', group: id }, children: [] });
  const inside = new Set(settings.nodes ?? []);
  const siblings = bodyRecord(document, parent).children;
  const index = siblings.findIndex((node) => inside.has(node));
  placeInBody(draft, group, index < 0 ? undefined : index);
  for (const node of siblings) if (inside.has(node)) moveInto(draft, node, body);
  placeOnCanvas(draft, id, settings.position);
  healMissing(draft, pipeline, group.name, id);
  return { ...finishEdit(draft, { key: 'edit.add-group', values: { name: group.name } }), group: id, body };
}

function moveInto(draft: Draft, node: NodeId, body: BodyId): void {
  const record = nodeRecord(draft.base, node);
  if (record === undefined) return;
  takeFromBody(draft, node, record.parent);
  const moved = { ...record, parent: body };
  if (isTask(moved)) draft.tasks.set(moved.id, moved);
  else draft.groups.set(moved.id, moved);
  placeInBody(draft, moved);
}

function rootBody(document: PipelineDocument): BodyId {
  const root = document.pipelines.get(document.root);
  if (root === undefined) throw new Error('A document without its root pipeline');
  return root.body;
}

/** The next free name of a kind of group. KFP SDK: one counter for all groups of a pipeline. */
export function nextGroupName(draft: Draft, pipeline: PipelineId, prefix: string): string {
  for (;;) {
    const name = `${prefix}-${takeGroupNumber(draft, pipeline)}`;
    if (!isNameTaken(draft.base, pipeline, name)) return name;
  }
}

/** Changes what a loop goes over; constants keep their item number. A reference the pipeline lacks changes nothing. */
export function setLoopItems(document: PipelineDocument, id: GroupId, items: NewLoopItems): Edit {
  const draft = createDraft(document);
  const group = draft.groups.get(id);
  if (group?.kind === 'loop') {
    const pipeline = pipelineOfBody(document, group.parent);
    if (items.kind === 'constant') {
      const itemNumber = group.items.kind === 'constant' ? group.items.itemNumber : takeGroupNumber(draft, pipeline);
      draft.groups.set(id, { ...group, items: { ...items, itemNumber } });
    } else if (referenceExists(document, pipeline, items.reference)) draft.groups.set(id, { ...group, items });
  }
  return finishEdit(draft, { key: 'edit.set-loop', values: { name: group?.name ?? '' } });
}

/** Limits how many iterations run at one time; 0 or `undefined` for no limit. */
export function setParallelism(document: PipelineDocument, id: GroupId, parallelism: number | undefined): Edit {
  const draft = createDraft(document);
  const group = draft.groups.get(id);
  if (group?.kind === 'loop' && group.parallelism !== parallelism) {
    const { parallelism: _, ...unlimited } = group;
    draft.groups.set(id, parallelism === undefined ? unlimited : { ...unlimited, parallelism });
  }
  return finishEdit(draft, { key: 'edit.set-loop', values: { name: group?.name ?? '' } });
}

/** Chooses the task an exit handler runs at the end, among the tasks beside it; `undefined` for none. */
export function setExitTask(document: PipelineDocument, id: GroupId, task: TaskId | undefined): Edit {
  const draft = createDraft(document);
  const group = draft.groups.get(id);
  const beside = task === undefined || document.tasks.get(task)?.parent === group?.parent;
  if (group?.kind === 'exit-handler' && beside && group.exitTask !== task) {
    const { exitTask: _, ...without } = group;
    draft.groups.set(id, task === undefined ? without : { ...without, exitTask: task });
  }
  return finishEdit(draft, { key: 'edit.set-exit-task', values: { name: group?.name ?? '' } });
}
