import type { LayoutRecord, PipelineDocument } from '../../../src/model/document.ts';
import { type InsertedFragment, insertFragment } from '../../../src/model/edits/insert-fragment.ts';
import { type Position, shifted } from '../../../src/model/edits/place-node.ts';
import { copyFragment, type Fragment } from '../../../src/model/fragment.ts';
import type { BodyId, LayoutKey, NodeId, NoteId, PipelineId } from '../../../src/model/ids.ts';
import {
  bodyRecord,
  nodeRecord,
  notesOfPipeline,
  pipelineOfBody,
  pipelineOfLayoutKey,
  pipelineRecord,
} from '../../../src/model/lookups.ts';
import type { TabView } from '../../state/view-slice.ts';
import { arrangementOf } from '../geometry/arrange.ts';

/** Copies nodes and notes. Places of the topmost are those on the canvas, whatever group they stood in. */
export function copyAsSeen(document: PipelineDocument, ids: readonly (NodeId | NoteId)[]): Fragment {
  const fragment = copyFragment(document, ids);
  const layout = new Map(fragment.layout);
  for (const key of topmostOf(fragment)) {
    const record = fragment.layout.get(key);
    const parent = nodeRecord(document, key as NodeId)?.parent;
    if (record !== undefined && parent !== undefined) layout.set(key, shifted(record, originOf(document, parent)));
  }
  return { ...fragment, layout };
}

/** Puts a fragment whose places are those on the canvas into a body. */
export function insertSeen(
  document: PipelineDocument,
  fragment: Fragment,
  parent: BodyId,
  offset: Position,
): InsertedFragment {
  const origin = originOf(document, parent);
  const inserted = insertFragment(document, fragment, {
    parent,
    offset: { x: offset.x - origin.x, y: offset.y - origin.y },
  });
  return withNotesBack(inserted, origin);
}

/** Copies nodes and notes beside themselves, into the body the first of them stands in. */
export function duplicateSeen(
  document: PipelineDocument,
  ids: readonly (NodeId | NoteId)[],
  offset: Position,
): InsertedFragment {
  const [first] = ids;
  const parent = ids.flatMap((id) => nodeRecord(document, id as NodeId)?.parent ?? [])[0];
  const pipeline = first === undefined ? undefined : pipelineOfLayoutKey(document, first);
  const body = parent ?? pipelineRecord(document, pipeline ?? document.root).body;
  const inserted = insertSeen(document, copyAsSeen(document, ids), body, offset);
  const count = inserted.nodes.length + inserted.notes.length;
  return { ...inserted, label: { key: 'edit.duplicate-nodes', values: { count } } };
}

/** The body that everything selected stands in; where there is none, that of the pipeline shown. */
export function bodyOfSelection(document: PipelineDocument, { pipeline, selection }: TabView): BodyId {
  const own = pipelineRecord(document, pipeline).body;
  const parents = new Set([...selection.nodes].map((key) => nodeRecord(document, key as NodeId)?.parent ?? own));
  const [only] = parents;
  return only !== undefined && parents.size === 1 ? only : own;
}

/** Where everything of a pipeline stands on the canvas. */
export function placesSeen(document: PipelineDocument, pipeline: PipelineId): Iterable<Position> {
  return arrangementOf(document, pipeline).boxes.values();
}

/** The places of the nodes and notes of a fragment that stand in no group of it. */
export function topmostPlaces(fragment: Fragment): readonly LayoutRecord[] {
  return [...topmostOf(fragment)].flatMap((key) => fragment.layout.get(key) ?? []);
}

function topmostOf(fragment: Fragment): readonly LayoutKey[] {
  const { body } = pipelineRecord(fragment, fragment.root);
  const notes = notesOfPipeline(fragment, fragment.root).map((note) => note.id);
  return [...bodyRecord(fragment, body).children, ...notes];
}

function originOf(document: PipelineDocument, body: BodyId): Position {
  return arrangementOf(document, pipelineOfBody(document, body)).origins.get(body) ?? { x: 0, y: 0 };
}

/** Notes stand in no group: their places count from the canvas. */
function withNotesBack(inserted: InsertedFragment, origin: Position): InsertedFragment {
  if (inserted.notes.length === 0 || (origin.x === 0 && origin.y === 0)) return inserted;
  const layout = new Map(inserted.document.layout);
  for (const note of inserted.notes) {
    const record = layout.get(note);
    if (record !== undefined) layout.set(note, shifted(record, origin));
  }
  return { ...inserted, document: { ...inserted.document, layout } };
}
