import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { Fragment } from '../fragment.ts';
import type { BodyId, NodeId, NoteId } from '../ids.ts';
import { notesOfPipeline, pipelineOfBody, pipelineRecord } from '../lookups.ts';
import { newNoteId } from '../new-ids.ts';
import { createCopier } from './copier.ts';
import { copyBody } from './copy-body.ts';
import { copyDefinitions } from './copy-definitions.ts';
import { type Position, shifted } from './place-node.ts';

/** Where and how far from its old place a fragment is put. */
export interface InsertOptions {
  /** The body the nodes come to stand in; absent: the root pipeline's. */
  readonly parent?: BodyId;
  /** Added to the positions of the topmost nodes and notes. */
  readonly offset?: Position;
}

/** An edit that made nodes and notes. */
export interface InsertedFragment extends Edit {
  readonly nodes: readonly NodeId[];
  readonly notes: readonly NoteId[];
}

/**
 * Puts a fragment into a body under new ids. Tasks keep their names where those are free; groups get the next numbers.
 * References inside the fragment stay; those to inputs, tasks and groups outside stay where the pipeline has them
 * under the same name and go otherwise.
 */
export function insertFragment(
  document: PipelineDocument,
  fragment: Fragment,
  options: InsertOptions = {},
): InsertedFragment {
  const parent = options.parent ?? pipelineRecord(document, document.root).body;
  const pipeline = pipelineOfBody(document, parent);
  const draft = createDraft(document);
  for (const [key, component] of fragment.components)
    if (!draft.components.has(key)) draft.components.set(key, component);
  const definitions = copyDefinitions(draft, fragment);
  const copier = createCopier(draft, fragment, { pipeline, definitions, isDefinition: false });
  const root = pipelineRecord(fragment, fragment.root);
  const nodes = copyBody(copier, root.body, parent, options.offset);
  const notes = notesOfPipeline(fragment, fragment.root).map((note) => {
    const id = newNoteId(draft);
    draft.notes.set(id, { ...note, id, pipeline });
    const layout = fragment.layout.get(note.id);
    if (layout !== undefined) draft.layout.set(id, shifted(layout, options.offset));
    return id;
  });
  const label = { key: 'edit.insert-fragment', values: { count: nodes.length + notes.length } };
  return { ...finishEdit(draft, label), nodes, notes };
}
