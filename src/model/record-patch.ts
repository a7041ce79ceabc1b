import type {
  BodyRecord,
  ComponentRecord,
  LayoutRecord,
  NoteRecord,
  PipelineDocument,
  PipelineRecord,
  TaskRecord,
} from './document.ts';
import type { Touched } from './edit.ts';
import type { GroupRecord } from './group.ts';
import type { BodyId, ComponentKey, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from './ids.ts';

type Patch<Key, Value> = ReadonlyMap<Key, Value | undefined>;

/** Some records of a document as they are at one time; `undefined` stands for a record that does not exist then. */
export interface RecordPatch {
  readonly pipelines: Patch<PipelineId, PipelineRecord>;
  readonly bodies: Patch<BodyId, BodyRecord>;
  readonly tasks: Patch<TaskId, TaskRecord>;
  readonly groups: Patch<GroupId, GroupRecord>;
  readonly components: Patch<ComponentKey, ComponentRecord>;
  readonly notes: Patch<NoteId, NoteRecord>;
  readonly layout: Patch<LayoutKey, LayoutRecord>;
  readonly missing: Patch<NodeId, string>;
}

/** The touched records as they are in a document. */
export function patchOf(document: PipelineDocument, touched: Touched): RecordPatch {
  return {
    pipelines: pick(document.pipelines, touched.pipelines),
    bodies: pick(document.bodies, touched.bodies),
    tasks: pick(document.tasks, touched.tasks),
    groups: pick(document.groups, touched.groups),
    components: pick(document.components, touched.components),
    notes: pick(document.notes, touched.notes),
    layout: pick(document.layout, touched.layout),
    missing: pick(document.missing, touched.missing),
  };
}

/** The document with the records of a patch in place. The counter stays: ids are never given out twice. */
export function applyPatch(document: PipelineDocument, patch: RecordPatch): PipelineDocument {
  return {
    ...document,
    pipelines: apply(document.pipelines, patch.pipelines),
    bodies: apply(document.bodies, patch.bodies),
    tasks: apply(document.tasks, patch.tasks),
    groups: apply(document.groups, patch.groups),
    components: apply(document.components, patch.components),
    notes: apply(document.notes, patch.notes),
    layout: apply(document.layout, patch.layout),
    missing: apply(document.missing, patch.missing),
  };
}

/** One patch that does what two do after each other. */
export function composePatches(first: RecordPatch, second: RecordPatch): RecordPatch {
  return {
    pipelines: new Map([...first.pipelines, ...second.pipelines]),
    bodies: new Map([...first.bodies, ...second.bodies]),
    tasks: new Map([...first.tasks, ...second.tasks]),
    groups: new Map([...first.groups, ...second.groups]),
    components: new Map([...first.components, ...second.components]),
    notes: new Map([...first.notes, ...second.notes]),
    layout: new Map([...first.layout, ...second.layout]),
    missing: new Map([...first.missing, ...second.missing]),
  };
}

/** What applying a patch touches. */
export function touchedByPatch(patch: RecordPatch): Touched {
  return {
    pipelines: new Set(patch.pipelines.keys()),
    bodies: new Set(patch.bodies.keys()),
    tasks: new Set(patch.tasks.keys()),
    groups: new Set(patch.groups.keys()),
    components: new Set(patch.components.keys()),
    notes: new Set(patch.notes.keys()),
    layout: new Set(patch.layout.keys()),
    missing: new Set(patch.missing.keys()),
  };
}

function pick<Key, Value>(map: ReadonlyMap<Key, Value>, keys: ReadonlySet<Key>): Patch<Key, Value> {
  const picked = new Map<Key, Value | undefined>();
  for (const key of keys) picked.set(key, map.get(key));
  return picked;
}

function apply<Key, Value>(map: ReadonlyMap<Key, Value>, patch: Patch<Key, Value>): ReadonlyMap<Key, Value> {
  if (patch.size === 0) return map;
  const copy = new Map(map);
  for (const [key, value] of patch) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}
