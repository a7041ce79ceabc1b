import type { BodyRecord, NoteRecord, PipelineDocument, PipelineRecord, TaskRecord } from './document.ts';
import type { GroupRecord } from './group.ts';
import type { BodyId, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from './ids.ts';

/** The root pipeline's record. */
export function rootPipeline(document: PipelineDocument): PipelineRecord {
  return pipelineRecord(document, document.root);
}

/** A pipeline's record. A document always holds the pipelines its bodies belong to. */
export function pipelineRecord(document: PipelineDocument, id: PipelineId): PipelineRecord {
  const pipeline = document.pipelines.get(id);
  if (pipeline === undefined) throw new Error(`No pipeline ${id}`);
  return pipeline;
}

/** A body's record. A document always holds the bodies its pipelines and groups own. */
export function bodyRecord(document: PipelineDocument, id: BodyId): BodyRecord {
  const body = document.bodies.get(id);
  if (body === undefined) throw new Error(`No body ${id}`);
  return body;
}

/** The record of a task or group; none for an id of another document or a missing node. */
export function nodeRecord(document: PipelineDocument, id: NodeId): TaskRecord | GroupRecord | undefined {
  return document.tasks.get(id as TaskId) ?? document.groups.get(id as GroupId);
}

/** Tells a task's record from a group's. */
export function isTask(node: TaskRecord | GroupRecord): node is TaskRecord {
  return 'target' in node;
}

/** The bodies a group owns, in order. */
export function bodiesOfGroup(group: GroupRecord): readonly BodyId[] {
  return group.kind === 'branches' ? group.branches.map((branch) => branch.body) : [group.body];
}

/** The tasks and groups standing directly in a body, in order. */
export function nodesOfBody(document: PipelineDocument, body: BodyId): readonly (TaskRecord | GroupRecord)[] {
  const nodes: (TaskRecord | GroupRecord)[] = [];
  for (const child of bodyRecord(document, body).children) {
    const node = nodeRecord(document, child);
    if (node !== undefined) nodes.push(node);
  }
  return nodes;
}

/** Every task and group below a body, parents before their contents, in order. */
export function nodesBelow(document: PipelineDocument, body: BodyId): readonly (TaskRecord | GroupRecord)[] {
  const found: (TaskRecord | GroupRecord)[] = [];
  const visit = (current: BodyId): void => {
    for (const node of nodesOfBody(document, current)) {
      found.push(node);
      if (!isTask(node)) bodiesOfGroup(node).forEach(visit);
    }
  };
  visit(body);
  return found;
}

/** Every task and group of a pipeline, all bodies, in order. */
export function nodesOfPipeline(document: PipelineDocument, id: PipelineId): readonly (TaskRecord | GroupRecord)[] {
  return nodesBelow(document, pipelineRecord(document, id).body);
}

/** Every task of a pipeline, all bodies, in order. */
export function tasksOfPipeline(document: PipelineDocument, id: PipelineId): readonly TaskRecord[] {
  return nodesOfPipeline(document, id).filter(isTask);
}

/** Every group of a pipeline, all bodies, in order. */
export function groupsOfPipeline(document: PipelineDocument, id: PipelineId): readonly GroupRecord[] {
  return nodesOfPipeline(document, id).filter((node): node is GroupRecord => !isTask(node));
}

/** The pipeline a body belongs to. Takes as many steps as the body is deep. */
export function pipelineOfBody(document: PipelineDocument, body: BodyId): PipelineId {
  const { owner } = bodyRecord(document, body);
  if (owner.kind === 'pipeline') return owner.pipeline;
  const group = document.groups.get(owner.group);
  if (group === undefined) throw new Error(`Body ${body} belongs to no group`);
  return pipelineOfBody(document, group.parent);
}

/** The pipeline a task or group belongs to; none when the document does not hold the node. */
export function pipelineOfNode(document: PipelineDocument, node: NodeId): PipelineId | undefined {
  const record = nodeRecord(document, node);
  return record === undefined ? undefined : pipelineOfBody(document, record.parent);
}

/** The groups around a node, outermost first. */
export function enclosingGroups(document: PipelineDocument, node: NodeId): readonly GroupRecord[] {
  const groups: GroupRecord[] = [];
  let parent = nodeRecord(document, node)?.parent;
  while (parent !== undefined) {
    const { owner }: BodyRecord = bodyRecord(document, parent);
    const group: GroupRecord | undefined = owner.kind === 'group' ? document.groups.get(owner.group) : undefined;
    if (group !== undefined) groups.unshift(group);
    parent = group?.parent;
  }
  return groups;
}

/** The sub-pipeline definitions, in the order of their creation. */
export function definitionsOf(document: PipelineDocument): readonly PipelineRecord[] {
  return [...document.pipelines.values()].filter((pipeline) => pipeline.id !== document.root).sort(byIdNumber);
}

/** The notes of a pipeline, in the order of their creation. */
export function notesOfPipeline(document: PipelineDocument, pipeline: PipelineId): readonly NoteRecord[] {
  return [...document.notes.values()].filter((note) => note.pipeline === pipeline).sort(byIdNumber);
}

function byIdNumber(left: { readonly id: string }, right: { readonly id: string }): number {
  return Number(left.id.slice(1)) - Number(right.id.slice(1));
}

/** The pipeline whose canvas shows something that has a position; none for what does not exist. */
export function pipelineOfLayoutKey(document: PipelineDocument, key: LayoutKey): PipelineId | undefined {
  const terminal = /^(?:inputs|outputs):(.*)$/.exec(key);
  if (terminal !== null) return document.pipelines.get(terminal[1] as PipelineId)?.id;
  return document.notes.get(key as NoteId)?.pipeline ?? pipelineOfNode(document, key as NodeId);
}
