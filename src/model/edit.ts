import type { PipelineDocument } from './document.ts';
import type { BodyId, ComponentKey, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from './ids.ts';

/** What an edit changed, by kind. Feeds analysis, the store, the worker and history. */
export interface Touched {
  readonly pipelines: ReadonlySet<PipelineId>;
  readonly bodies: ReadonlySet<BodyId>;
  readonly tasks: ReadonlySet<TaskId>;
  readonly groups: ReadonlySet<GroupId>;
  readonly components: ReadonlySet<ComponentKey>;
  readonly notes: ReadonlySet<NoteId>;
  readonly layout: ReadonlySet<LayoutKey>;
  readonly missing: ReadonlySet<NodeId>;
}

/** The name of a history step, as a key of the words catalogue with its values. */
export interface EditLabel {
  readonly key: string;
  readonly values?: { readonly [name: string]: string | number };
}

/** The outcome of a pure edit. An edit that changes nothing returns the same document object. */
export interface Edit {
  readonly document: PipelineDocument;
  readonly touched: Touched;
  readonly label: EditLabel;
}
