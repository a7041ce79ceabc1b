import type {
  BodyRecord,
  ComponentRecord,
  LayoutRecord,
  NoteRecord,
  PipelineDocument,
  PipelineRecord,
  TaskRecord,
} from './document.ts';
import { createDraftTable, type DraftTable } from './draft-table.ts';
import type { Edit, EditLabel } from './edit.ts';
import type { GroupRecord } from './group.ts';
import type { BodyId, ComponentKey, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from './ids.ts';
import { NOTHING_TOUCHED } from './touched.ts';

/** A document being edited inside one edit. Never leaves the edit; `finishEdit` makes the next document of it. */
export interface Draft {
  readonly base: PipelineDocument;
  counter: number;
  readonly pipelines: DraftTable<PipelineId, PipelineRecord>;
  readonly bodies: DraftTable<BodyId, BodyRecord>;
  readonly tasks: DraftTable<TaskId, TaskRecord>;
  readonly groups: DraftTable<GroupId, GroupRecord>;
  readonly components: DraftTable<ComponentKey, ComponentRecord>;
  readonly notes: DraftTable<NoteId, NoteRecord>;
  readonly layout: DraftTable<LayoutKey, LayoutRecord>;
  readonly missing: DraftTable<NodeId, string>;
}

/** Starts editing a document. */
export function createDraft(document: PipelineDocument): Draft {
  return {
    base: document,
    counter: document.counter,
    pipelines: createDraftTable(document.pipelines),
    bodies: createDraftTable(document.bodies),
    tasks: createDraftTable(document.tasks),
    groups: createDraftTable(document.groups),
    components: createDraftTable(document.components),
    notes: createDraftTable(document.notes),
    layout: createDraftTable(document.layout),
    missing: createDraftTable(document.missing),
  };
}

/** The edit a draft amounts to. When nothing changed the document is the very same object. */
export function finishEdit(draft: Draft, label: EditLabel): Edit {
  const touched = {
    pipelines: draft.pipelines.touched(),
    bodies: draft.bodies.touched(),
    tasks: draft.tasks.touched(),
    groups: draft.groups.touched(),
    components: draft.components.touched(),
    notes: draft.notes.touched(),
    layout: draft.layout.touched(),
    missing: draft.missing.touched(),
  };
  if (Object.values(touched).every((set) => set.size === 0)) return unchanged(draft.base, label);
  return { document: documentOf(draft), touched, label };
}

/** An edit that changes nothing. */
export function unchanged(document: PipelineDocument, label: EditLabel): Edit {
  return { document, touched: NOTHING_TOUCHED, label };
}

function documentOf(draft: Draft): PipelineDocument {
  return {
    ...draft.base,
    counter: draft.counter,
    pipelines: draft.pipelines.result(),
    bodies: draft.bodies.result(),
    tasks: draft.tasks.result(),
    groups: draft.groups.result(),
    components: draft.components.result(),
    notes: draft.notes.result(),
    layout: draft.layout.result(),
    missing: draft.missing.result(),
  };
}
