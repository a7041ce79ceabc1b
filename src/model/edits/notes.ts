import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { NoteId, PipelineId } from '../ids.ts';
import { newNoteId } from '../new-ids.ts';
import { withField } from '../records.ts';
import { type Position, placeOnCanvas } from './place-node.ts';
import { removeNodes } from './remove-nodes.ts';

/** An edit that made a note. */
export interface AddedNote extends Edit {
  readonly note: NoteId;
}

/** Adds a note to a pipeline's canvas. */
export function addNote(
  document: PipelineDocument,
  pipeline: PipelineId,
  text: string,
  position?: Position,
): AddedNote {
  const draft = createDraft(document);
  const note = newNoteId(draft);
  draft.notes.set(note, { id: note, pipeline, text });
  placeOnCanvas(draft, note, position);
  return { ...finishEdit(draft, { key: 'edit.add-note' }), note };
}

/** Changes the text of a note. */
export function setNote(document: PipelineDocument, id: NoteId, text: string): Edit {
  const draft = createDraft(document);
  const note = draft.notes.get(id);
  if (note !== undefined) draft.notes.set(id, withField(note, 'text', text));
  return finishEdit(draft, { key: 'edit.set-note' });
}

/** Removes a note. */
export function removeNote(document: PipelineDocument, id: NoteId): Edit {
  return removeNodes(document, [id]);
}
