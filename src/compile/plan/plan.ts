import type { ComponentDescription, InputPort, OutputPort } from '../../catalog/component-description.ts';
import type { ComponentRecord, ImporterTarget } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import type { ResourceOptions, TaskOptions } from '../../model/task-options.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { PlannedItems, PlannedTerm } from './planned-terms.ts';
import type { Binding, TaskOutputBinding } from './scope.ts';

/** One DAG with everything looked up and every reference resolved: what the emitters write down. */
export interface PlannedDag {
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly PlannedOutput[];
  /** Tasks and groups in creation order; an exit task follows the group it belongs to. */
  readonly tasks: readonly PlannedTask[];
}

export interface PlannedOutput {
  readonly port: OutputPort;
  /** One output of a task or group of the DAG; for a one-of output one of each branch, in their order. */
  readonly sources: readonly TaskOutputBinding[];
  readonly isOneOf: boolean;
}

/** A task of the IR: a task of the document, a group, or one branch of a group. */
export interface PlannedTask {
  /** The task or group of the document. */
  readonly node: NodeId;
  readonly pipeline: PipelineId;
  /** Key in the DAG. */
  readonly name: string;
  readonly displayName?: string;
  readonly inputs: PlannedInputs;
  /** Names of siblings, sorted by code point. */
  readonly dependentTasks: readonly string[];
  /** Runs even when something it waits for failed: an exit task, or a task that ignores failures. */
  readonly runsAnyway: boolean;
  /** The exit handler that this is the exit task of, a sibling. */
  readonly exitTaskOf?: string;
  /** Empty for groups. */
  readonly options: TaskOptions;
  readonly cacheKey?: string;
  readonly runs: PlannedWork;
}

/** What a task runs. */
export type PlannedWork =
  | { readonly kind: 'container'; readonly component: PlannedComponent; readonly container: PlannedContainer }
  | { readonly kind: 'importer'; readonly importer: PlannedImporter }
  | { readonly kind: 'dag'; readonly dag: PlannedDag }
  | { readonly kind: 'group'; readonly group: PlannedGroup }
  | { readonly kind: 'graph'; readonly spec: { readonly [field: string]: YamlTree } };

/**
 * A group of a document as a task of the IR. Its DAG declares what is passed in, under the names that begin with
 * `pipelinechannel--`; the task that runs it has an input of each name.
 */
export type PlannedGroup =
  | PlannedCondition
  | PlannedLoop
  /** `branches` holds one task for each branch; `exit-handler` holds all but the exit task, which is its sibling. */
  | { readonly kind: 'branches' | 'exit-handler'; readonly dag: PlannedDag };

/** One branch: a lone If, or a task inside `condition-branches-N`. */
export interface PlannedCondition {
  readonly kind: 'condition';
  readonly dag: PlannedDag;
  /** All must hold: the negated conditions of the branches before, then the branch's own, which an Else lacks. */
  readonly terms: readonly PlannedTerm[];
}

/** Repeats its DAG. */
export interface PlannedLoop {
  readonly kind: 'loop';
  readonly dag: PlannedDag;
  readonly items: PlannedItems;
  /** The input of the DAG that holds the item; the task itself has no input of this name. */
  readonly itemInput: string;
  /** Iterations at one time; 0 means no limit. */
  readonly parallelism: number;
}

export interface PlannedComponent {
  readonly record: ComponentRecord;
  readonly description: ComponentDescription;
}

/** Settings of a container whose references have become placeholders. */
export interface PlannedContainer {
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly resources: PlannedResources;
  /** Fields of the platform document; empty where there are no settings. */
  readonly kubernetes: { readonly [field: string]: YamlTree };
}

export type PlannedResources = { readonly [Name in keyof ResourceOptions]?: PlannedText };

/** A text, and whether it is a constant or a placeholder that the backend fills. */
export interface PlannedText {
  readonly text: string;
  readonly isConstant: boolean;
}

export interface PlannedImporter {
  readonly target: ImporterTarget;
  /** Absent: the address comes from the input `uri` when the pipeline runs. */
  readonly constantUri?: string;
  readonly metadata?: YamlTree;
  readonly inputs: readonly InputPort[];
}

/** Inputs of a task: parameters and artifacts apart, as the IR has them. */
export interface PlannedInputs {
  readonly parameters: ReadonlyMap<string, PlannedParameter>;
  readonly artifacts: ReadonlyMap<string, Binding>;
}

export type PlannedParameter =
  | Binding
  | { readonly kind: 'constant'; readonly value: YamlTree }
  | { readonly kind: 'final-status'; readonly task: string };
