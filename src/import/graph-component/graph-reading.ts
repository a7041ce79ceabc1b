import type { TreeMap } from '../../catalog/tree.ts';
import type {
  BodyRecord,
  ComponentRecord,
  LayoutRecord,
  NoteRecord,
  PipelineRecord,
  TaskRecord,
} from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { BodyId, ComponentKey, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from '../../model/ids.ts';
import type { IdCounter } from '../../model/new-ids.ts';
import type { SentenceValues } from '../../words/sentence.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ImportNote } from '../import-result.ts';

/** A document while it is read from a graph component. */
export interface GraphReading {
  readonly counter: IdCounter;
  readonly pipelines: Map<PipelineId, PipelineRecord>;
  readonly bodies: Map<BodyId, BodyRecord>;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  readonly components: Map<ComponentKey, ComponentRecord>;
  readonly notes: Map<NoteId, NoteRecord>;
  readonly layout: Map<LayoutKey, LayoutRecord>;
  readonly missing: Map<NodeId, string>;
  /** Sub-pipelines already read, by what they hold. */
  readonly definitions: Map<string, PipelineId>;
  readonly definitionNames: Set<string>;
  /** Trees of texts that components stand in. */
  readonly texts: Map<string, YamlTree | undefined>;
  /** What each pipeline was read from, the innermost first. */
  readonly originals: Map<PipelineId, OriginalPipeline>;
  readonly notKept: ImportNote[];
}

/** A pipeline as it stands in the file, with what its parts became. */
export interface OriginalPipeline {
  readonly spec: TreeMap;
  readonly tasks: readonly { readonly id: TaskId; readonly spec: TreeMap }[];
  readonly inputs: readonly TreeMap[];
  readonly outputs: readonly TreeMap[];
  /** Port ids by raw name. */
  readonly inputIds: ReadonlyMap<string, string>;
  readonly outputIds: ReadonlyMap<string, string>;
}

/** Starts with nothing. */
export function createGraphReading(): GraphReading {
  return {
    counter: { counter: 1 },
    pipelines: new Map(),
    bodies: new Map(),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
    notes: new Map(),
    layout: new Map(),
    missing: new Map(),
    definitions: new Map(),
    definitionNames: new Set(),
    texts: new Map(),
    originals: new Map(),
    notKept: [],
  };
}

/** Notes something that is lost, changed or only kept for writing back. */
export function noteLoss(reading: GraphReading, code: string, values: SentenceValues = {}): void {
  reading.notKept.push({ code, values });
}
