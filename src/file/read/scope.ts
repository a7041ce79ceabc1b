import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { GroupId, NodeId, PipelineId, TaskId } from '../../model/ids.ts';
import { type IdCounter, newGroupId, newTaskId } from '../../model/new-ids.ts';
import { GROUP_PREFIX, TASK_PREFIX } from '../tree/names.ts';
import { type Reader, report } from './reader.ts';

type Writable<Table> = Table extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : Table;

/** The document while it is read. */
export type DocumentParts = {
  -readonly [Key in Exclude<keyof PipelineDocument, 'unknown'>]: Writable<PipelineDocument[Key]>;
} & IdCounter;

/** The names of one pipeline while it is read. */
export interface Scope {
  readonly parts: DocumentParts;
  readonly pipeline: PipelineId;
  readonly inputs: ReadonlySet<string>;
  readonly definitions: ReadonlyMap<string, PipelineId>;
  readonly tasks: Map<string, TaskId>;
  readonly groups: Map<string, GroupId>;
  /** Ids given to names the pipeline does not hold. */
  readonly missingTasks: Map<string, TaskId>;
  readonly missingGroups: Map<string, GroupId>;
}

/** The scope of what is read in a task or group. */
export interface NodeReader extends Reader {
  readonly scope: Scope;
}

/** The task of a name; an unknown one gets an id without a record, and a problem. */
export function resolveTask(reader: NodeReader, name: string, place: { readonly line: number }): TaskId {
  const { scope } = reader;
  const known = scope.tasks.get(name);
  if (known !== undefined) return known;
  report(reader, 'missing-task', place, { name });
  const id = scope.missingTasks.get(name) ?? newTaskId(scope.parts);
  scope.missingTasks.set(name, id);
  scope.parts.missing.set(id, name);
  return id;
}

/** The group of a name; an unknown one gets an id without a record, and a problem. */
export function resolveGroup(reader: NodeReader, name: string, place: { readonly line: number }): GroupId {
  const { scope } = reader;
  const known = scope.groups.get(name);
  if (known !== undefined) return known;
  report(reader, 'missing-group', place, { name });
  const id = scope.missingGroups.get(name) ?? newGroupId(scope.parts);
  scope.missingGroups.set(name, id);
  scope.parts.missing.set(id, name);
  return id;
}

/** The task or group of a name, as `Names.node` writes it. */
export function resolveNode(reader: NodeReader, text: string, place: { readonly line: number }): NodeId {
  if (text.startsWith(GROUP_PREFIX)) return resolveGroup(reader, text.slice(GROUP_PREFIX.length), place);
  if (text.startsWith(TASK_PREFIX)) return resolveTask(reader, text.slice(TASK_PREFIX.length), place);
  const { tasks, groups } = reader.scope;
  return tasks.get(text) ?? groups.get(text) ?? resolveTask(reader, text, place);
}

/** A reference to a pipeline input; an undeclared one is a problem and stays as it is. */
export function inputReference(reader: NodeReader, input: string, place: { readonly line: number }): Reference {
  if (!reader.scope.inputs.has(input)) report(reader, 'missing-input', place, { name: input });
  return { kind: 'input', input };
}
