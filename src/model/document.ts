import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { Argument, ConstantValue, Reference } from './argument.ts';
import type { GroupRecord } from './group.ts';
import type { BodyId, ComponentKey, GroupId, LayoutKey, NodeId, NoteId, PipelineId, TaskId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { PipelinePlatformSettings } from './kubernetes-settings.ts';
import type { PortType } from './port-type.ts';
import type { TaskOptions } from './task-options.ts';

/**
 * One document: immutable records in flat maps by id. Everything a person sees is a function of it.
 * A record that did not change is the same object in the next version.
 */
export interface PipelineDocument {
  /** The next free number for ids. */
  readonly counter: number;
  readonly root: PipelineId;
  readonly pipelines: ReadonlyMap<PipelineId, PipelineRecord>;
  readonly bodies: ReadonlyMap<BodyId, BodyRecord>;
  readonly tasks: ReadonlyMap<TaskId, TaskRecord>;
  readonly groups: ReadonlyMap<GroupId, GroupRecord>;
  readonly components: ReadonlyMap<ComponentKey, ComponentRecord>;
  readonly notes: ReadonlyMap<NoteId, NoteRecord>;
  readonly layout: ReadonlyMap<LayoutKey, LayoutRecord>;
  /** Names of tasks and groups that the file refers to but does not hold. Their ids have no record. */
  readonly missing: ReadonlyMap<NodeId, string>;
  /** Top-level fields of the file this version does not know. */
  readonly unknown?: JsonObject;
}

/** The root pipeline or a sub-pipeline definition. Definitions belong to the root and are used by name. */
export interface PipelineRecord {
  readonly id: PipelineId;
  /** Root: the pipeline's name in the IR. Definition: its key under `pipelines`. */
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly inputs: readonly PipelineInput[];
  readonly outputs: readonly PipelineOutput[];
  readonly body: BodyId;
  /** Root only. */
  readonly platform?: PipelinePlatformSettings;
  /** Root only. */
  readonly defaultPipelineRoot?: string;
  readonly annotations?: { readonly [key: string]: string };
  /** The next number of the SDK's group counter in this pipeline. */
  readonly groupCounter: number;
  readonly unknown?: JsonObject;
}

export interface PipelineInput {
  /** Port id: sanitised, unique among the pipeline's inputs. */
  readonly name: string;
  readonly type: PortType;
  /** Present means the input is optional; unset is different from empty. */
  readonly default?: ConstantValue;
  /** Optional without a default (artifacts, or `None`). */
  readonly optional?: boolean;
  readonly description?: string;
  /** Masked in forms, logs and events. Absent: guessed from the name. */
  readonly secret?: boolean;
  readonly unknown?: JsonObject;
}

export interface PipelineOutput {
  readonly name: string;
  readonly type: PortType;
  readonly description?: string;
  /** What feeds it; absent while nothing does. */
  readonly source?: Reference;
  readonly unknown?: JsonObject;
}

/** An ordered list of tasks and groups. Order is meaning and is never sorted. */
export interface BodyRecord {
  readonly id: BodyId;
  readonly owner: BodyOwner;
  readonly children: readonly NodeId[];
}

export type BodyOwner =
  | { readonly kind: 'pipeline'; readonly pipeline: PipelineId }
  | { readonly kind: 'group'; readonly group: GroupId };

export interface TaskRecord {
  readonly id: TaskId;
  readonly parent: BodyId;
  /** The IR task name: lower-case letters, digits and `-`; unique in its pipeline across all bodies. */
  readonly name: string;
  readonly displayName?: string;
  readonly target: TaskTarget;
  /** By port id. An absent key is an unset argument. */
  readonly arguments: { readonly [port: string]: Argument };
  /** "Run after" edges, in the order they were drawn. */
  readonly after: readonly NodeId[];
  readonly options: TaskOptions;
  readonly unknown?: JsonObject;
}

/** What a task runs. A component key or pipeline name that resolves to nothing stays, and is reported. */
export type TaskTarget =
  | { readonly kind: 'component'; readonly component: ComponentKey }
  | { readonly kind: 'pipeline'; readonly pipeline: PipelineId }
  | { readonly kind: 'missing-pipeline'; readonly name: string }
  | ImporterTarget;

/** KFP SDK: `dsl.importer`. The artifact's address is the argument `uri`. */
export interface ImporterTarget {
  readonly kind: 'importer';
  readonly artifactType: PortType & { readonly kind: 'artifact' };
  readonly reimport: boolean;
  readonly metadata?: Argument;
  readonly downloadToWorkspace?: boolean;
}

/** An embedded component. It wins over the catalog; `origin` says where it came from. */
export interface ComponentRecord {
  readonly key: ComponentKey;
  /** The specification as parsed, every field kept (v1 `component.yaml` or the v2 IR of one component). */
  readonly spec: YamlTree;
  readonly origin?: ComponentOrigin;
}

export interface ComponentOrigin {
  /** Where the text was read: relative to the pipeline file where possible, `builtin:` for the shipped catalog. */
  readonly path?: string;
  readonly url?: string;
  /** The exact text, where a digest that others know it by depends on it. */
  readonly text?: string;
}

export interface NoteRecord {
  readonly id: NoteId;
  readonly pipeline: PipelineId;
  readonly text: string;
  readonly unknown?: JsonObject;
}

/** Whole pixels. `width`/`height` are only for what can be resized (groups, notes). */
export interface LayoutRecord {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
  readonly collapsed?: boolean;
}
