import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { BodyId, NodeId } from '../ids.ts';
import { bodyRecord, isTask, nodeRecord, pipelineOfBody, pipelineOfNode } from '../lookups.ts';
import { withField } from '../records.ts';
import { moveItem } from './pipeline-ports.ts';
import { placeInBody, takeFromBody } from './place-node.ts';
import { withContents } from './remove-nodes.ts';

/** Moves a task or group to another place among its siblings. Order is meaning: it decides names in the IR. */
export function reorderNode(document: PipelineDocument, id: NodeId, index: number): Edit {
  const node = nodeRecord(document, id);
  const label = { key: 'edit.reorder-node', values: { name: node?.name ?? '' } };
  if (node === undefined) return unchanged(document, label);
  const body = bodyRecord(document, node.parent);
  const draft = createDraft(document);
  const children = moveItem(body.children, body.children.indexOf(id), index);
  draft.bodies.set(body.id, withField(body, 'children', children));
  return finishEdit(draft, label);
}

/**
 * Moves tasks and groups into another body of the same pipeline (into a loop or branch, or out of it), in their order.
 * A group cannot move into itself; ids that cannot move are passed over.
 */
export function moveToBody(document: PipelineDocument, ids: readonly NodeId[], body: BodyId): Edit {
  const draft = createDraft(document);
  const pipeline = pipelineOfBody(document, body);
  const { owner } = bodyRecord(document, body);
  for (const id of ids) {
    const node = nodeRecord(document, id);
    if (node === undefined || node.parent === body || pipelineOfNode(document, id) !== pipeline) continue;
    if (owner.kind === 'group' && withContents(document, [id]).has(owner.group)) continue;
    takeFromBody(draft, id, node.parent);
    const moved = { ...node, parent: body };
    if (isTask(moved)) draft.tasks.set(moved.id, moved);
    else draft.groups.set(moved.id, moved);
    placeInBody(draft, moved);
  }
  return finishEdit(draft, { key: 'edit.move-to-body', values: { count: ids.length } });
}
