import type { BodyId, GroupId, NoteId, PipelineId, TaskId } from './ids.ts';

/** Whatever carries the document's counter while ids are given out. */
export interface IdCounter {
  counter: number;
}

/** The next task id. */
export function newTaskId(counter: IdCounter): TaskId {
  return `t${counter.counter++}` as TaskId;
}

/** The next group id. */
export function newGroupId(counter: IdCounter): GroupId {
  return `g${counter.counter++}` as GroupId;
}

/** The next body id. */
export function newBodyId(counter: IdCounter): BodyId {
  return `b${counter.counter++}` as BodyId;
}

/** The next note id. */
export function newNoteId(counter: IdCounter): NoteId {
  return `n${counter.counter++}` as NoteId;
}

/** The next pipeline id. */
export function newPipelineId(counter: IdCounter): PipelineId {
  return `p${counter.counter++}` as PipelineId;
}

/** The number in an id: ids of one document sort by it in the order of their creation. */
export function idNumber(id: string): number {
  return Number(id.slice(1));
}

/** Whether an id is a group's and not a task's. Works for ids without a record too. */
export function isGroupId(id: TaskId | GroupId): id is GroupId {
  return id.startsWith('g');
}
