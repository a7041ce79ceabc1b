import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { NodeId } from '../ids.ts';
import { isTask, nodeRecord, pipelineOfNode } from '../lookups.ts';
import { sameData } from '../records.ts';

/** Sets the "run after" edges of a task or group. Ids the pipeline does not hold, repeats and the node itself are left out. */
export function setAfter(document: PipelineDocument, id: NodeId, after: readonly NodeId[]): Edit {
  const node = nodeRecord(document, id);
  const label = { key: 'edit.set-after', values: { name: node?.name ?? '' } };
  if (node === undefined) return unchanged(document, label);
  const pipeline = pipelineOfNode(document, id);
  const usable = (upstream: NodeId): boolean =>
    upstream !== id && (node.after.includes(upstream) || pipelineOfNode(document, upstream) === pipeline);
  const next = [...new Set(after)].filter(usable);
  if (sameData(node.after, next)) return unchanged(document, label);
  const draft = createDraft(document);
  if (isTask(node)) draft.tasks.set(node.id, { ...node, after: next });
  else draft.groups.set(node.id, { ...node, after: next });
  return finishEdit(draft, label);
}

/** Adds one "run after" edge. */
export function addAfter(document: PipelineDocument, id: NodeId, upstream: NodeId): Edit {
  const after = nodeRecord(document, id)?.after ?? [];
  const names = afterNames(document, id, upstream);
  return { ...setAfter(document, id, [...after, upstream]), label: { key: 'edit.add-after', values: names } };
}

/** Takes one "run after" edge away. */
export function removeAfter(document: PipelineDocument, id: NodeId, upstream: NodeId): Edit {
  const after = nodeRecord(document, id)?.after ?? [];
  const names = afterNames(document, id, upstream);
  const rest = after.filter((other) => other !== upstream);
  return { ...setAfter(document, id, rest), label: { key: 'edit.remove-after', values: names } };
}

function afterNames(document: PipelineDocument, id: NodeId, upstream: NodeId): { name: string; upstream: string } {
  return {
    name: nodeRecord(document, id)?.name ?? '',
    upstream: nodeRecord(document, upstream)?.name ?? document.missing.get(upstream) ?? '',
  };
}
