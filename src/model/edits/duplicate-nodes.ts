import type { PipelineDocument } from '../document.ts';
import { copyFragment } from '../fragment.ts';
import type { NodeId, NoteId } from '../ids.ts';
import { nodeRecord, pipelineRecord } from '../lookups.ts';
import { type InsertedFragment, insertFragment } from './insert-fragment.ts';
import type { Position } from './place-node.ts';

/** Copies tasks, groups and notes beside themselves, into the body the first of them stands in. Wires from outside stay. */
export function duplicateNodes(
  document: PipelineDocument,
  ids: readonly (NodeId | NoteId)[],
  offset: Position,
): InsertedFragment {
  const [parent] = ids.flatMap((id) => nodeRecord(document, id as NodeId)?.parent ?? []);
  const [note] = ids.flatMap((id) => document.notes.get(id as NoteId) ?? []);
  const body = parent ?? pipelineRecord(document, note?.pipeline ?? document.root).body;
  const inserted = insertFragment(document, copyFragment(document, ids), { parent: body, offset });
  const count = inserted.nodes.length + inserted.notes.length;
  return { ...inserted, label: { key: 'edit.duplicate-nodes', values: { count } } };
}
