/** Identities of records inside one document. They come from the document's counter and never appear in files. */
export type PipelineId = string & { readonly __id: 'pipeline' };
export type TaskId = string & { readonly __id: 'task' };
export type GroupId = string & { readonly __id: 'group' };
export type BodyId = string & { readonly __id: 'body' };
export type NoteId = string & { readonly __id: 'note' };

/** A task or a group: what a body holds, in creation order. */
export type NodeId = TaskId | GroupId;

/** `name@digest` of an embedded component; the digest covers the component's text. */
export type ComponentKey = string & { readonly __id: 'component' };

/** What can be placed on the canvas. `inputs`/`outputs` are the two terminal nodes of a pipeline. */
export type LayoutKey = NodeId | NoteId | `inputs:${PipelineId}` | `outputs:${PipelineId}`;
