import type { Reference } from '../../model/argument.ts';
import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { PortType } from '../../model/port-type.ts';
import { type GroupLevel, type Levels, levelsOfPipeline } from './levels.ts';

/**
 * One DAG of the IR while it is planned: a pipeline's own body, or what stands in a group.
 * Scopes form one chain outwards; a reference that a scope cannot answer becomes an input the scope declares.
 */
export interface Scope {
  readonly document: PipelineDocument;
  readonly pipeline: PipelineRecord;
  readonly levels: Levels;
  /** The group whose DAG this is; absent for a pipeline's own. */
  readonly level?: GroupLevel;
  /** The scope the group's task stands in; absent for a pipeline's own. */
  readonly parent?: Scope;
  /** Inputs the scope needs from its parent, by their name in the IR. */
  readonly passedIn: Map<string, PassedIn>;
  /** Whether something took the item of the loop whose DAG this is. */
  readonly ownItem: { isUsed: boolean };
}

/** Something from outside that a group's DAG declares as an input. */
export interface PassedIn {
  readonly reference: Reference;
  readonly type: PortType;
}

/** How a DAG's tasks reach the value of a reference. */
export type Binding = InputBinding | TaskOutputBinding;

/** An input of the DAG that the task stands in. */
export interface InputBinding {
  readonly kind: 'component-input';
  readonly input: string;
  /** Takes one field of a loop's item. */
  readonly field?: string;
  readonly type: PortType;
}

/** An output of a task or group of the same DAG. */
export interface TaskOutputBinding {
  readonly kind: 'task-output';
  readonly task: string;
  readonly output: string;
  readonly type: PortType;
}

/** The scope of a pipeline's own body. */
export function createPipelineScope(document: PipelineDocument, pipeline: PipelineRecord): Scope {
  return {
    document,
    pipeline,
    levels: levelsOfPipeline(document, pipeline),
    passedIn: new Map(),
    ownItem: { isUsed: false },
  };
}

/** The scope of a group that stands in another scope. */
export function createGroupScope(parent: Scope, level: GroupLevel): Scope {
  const { document, pipeline, levels } = parent;
  return { document, pipeline, levels, level, parent, passedIn: new Map(), ownItem: { isUsed: false } };
}
