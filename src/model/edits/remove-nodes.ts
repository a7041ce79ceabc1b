import type { PipelineDocument } from '../document.ts';
import { createDraft, type Draft, finishEdit } from '../draft.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { ComponentKey, NodeId, NoteId, PipelineId } from '../ids.ts';
import { bodiesOfGroup, isTask, nodeRecord, nodesBelow, pipelineOfNode } from '../lookups.ts';
import { nodeOfReference } from '../references.ts';
import { mapReferencesInPipeline } from './map-pipeline.ts';
import { takeFromBody } from './place-node.ts';

/**
 * Removes tasks, groups with all they hold, and notes, together with every reference to them, their positions
 * and the embedded components that nothing uses any more. Unknown ids are passed over.
 */
export function removeNodes(document: PipelineDocument, ids: readonly (NodeId | NoteId)[]): Edit {
  const draft = createDraft(document);
  const nodes = ids.filter((id): id is NodeId => nodeRecord(document, id as NodeId) !== undefined);
  const notes = ids.filter((id): id is NoteId => document.notes.has(id as NoteId));
  const removed = withContents(document, nodes);
  const pipelines = new Set<PipelineId>();
  for (const id of nodes) {
    const pipeline = pipelineOfNode(document, id);
    if (pipeline !== undefined) pipelines.add(pipeline);
  }
  for (const id of removed) removeRecord(draft, id);
  for (const note of notes) {
    draft.notes.delete(note);
    draft.layout.delete(note);
  }
  for (const pipeline of pipelines) dropReferences(draft, pipeline, removed);
  removeUnusedComponents(draft, removed);
  return finishEdit(draft, labelOf(document, nodes, notes));
}

/** The nodes and everything inside the groups among them. */
export function withContents(document: PipelineDocument, nodes: readonly NodeId[]): ReadonlySet<NodeId> {
  const all = new Set<NodeId>(nodes);
  for (const id of nodes) {
    const node = nodeRecord(document, id);
    if (node === undefined || isTask(node)) continue;
    for (const body of bodiesOfGroup(node)) for (const inner of nodesBelow(document, body)) all.add(inner.id);
  }
  return all;
}

/** Takes away every reference to the nodes inside a pipeline. */
export function dropReferences(draft: Draft, pipeline: PipelineId, removed: ReadonlySet<NodeId>): void {
  mapReferencesInPipeline(draft, pipeline, {
    reference: (reference) => {
      const node = nodeOfReference(reference);
      return node !== undefined && removed.has(node) ? undefined : reference;
    },
    node: (node) => (removed.has(node) ? undefined : node),
  });
}

function removeRecord(draft: Draft, id: NodeId): void {
  const node = nodeRecord(draft.base, id);
  if (node === undefined) return;
  takeFromBody(draft, id, node.parent);
  draft.layout.delete(id);
  if (isTask(node)) draft.tasks.delete(node.id);
  else {
    draft.groups.delete(node.id);
    for (const body of bodiesOfGroup(node)) draft.bodies.delete(body);
  }
}

/** Removes the components of the given former tasks that no task uses any more. */
export function removeUnusedComponents(draft: Draft, formerUsers: ReadonlySet<NodeId>): void {
  const candidates = new Set<ComponentKey>();
  for (const id of formerUsers) {
    const target = draft.base.tasks.get(id as never)?.target;
    if (target?.kind === 'component') candidates.add(target.component);
  }
  if (candidates.size === 0) return;
  for (const [, task] of draft.tasks.entries()) {
    if (task.target.kind === 'component') candidates.delete(task.target.component);
  }
  for (const component of candidates) draft.components.delete(component);
}

function labelOf(document: PipelineDocument, nodes: readonly NodeId[], notes: readonly NoteId[]): EditLabel {
  const [only] = nodes;
  if (nodes.length === 0) return { key: 'edit.remove-notes', values: { count: notes.length } };
  if (nodes.length === 1 && notes.length === 0 && only !== undefined) {
    return { key: 'edit.remove-node', values: { name: nodeRecord(document, only)?.name ?? '' } };
  }
  return { key: 'edit.remove-nodes', values: { count: nodes.length + notes.length } };
}
