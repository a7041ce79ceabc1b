import type { Reference } from '../../../src/model/argument.ts';
import type {
  BodyRecord,
  ComponentRecord,
  PipelineInput,
  PipelineRecord,
  TaskRecord,
} from '../../../src/model/document.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, ComponentKey, GroupId, NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import type { Choices } from './choices.ts';

/** Something that can be referred to, and what it gives. */
export interface Given {
  readonly reference: Reference;
  readonly type: PortType;
  /** A loop item of type String, which passes for any parameter. */
  readonly isAnything?: boolean;
}

/** A document on its way. */
export interface Building {
  readonly choices: Choices;
  readonly parts: { counter: number };
  readonly pipelines: Map<PipelineId, PipelineRecord>;
  readonly bodies: Map<BodyId, BodyRecord>;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  readonly components: Map<ComponentKey, ComponentRecord>;
}

/** One pipeline on its way. */
export interface PipelineBuilding extends Building {
  readonly inputs: readonly PipelineInput[];
  readonly isRoot: boolean;
  /** Whether there can be another group. KFP SDK: from the tenth on it mixes up the items of loops. */
  readonly canHoldGroup: () => boolean;
  /** Gives a task a name that is free. */
  readonly nameTask: (wanted: string) => string;
  readonly nextGroup: () => number;
}

/** What is in reach at one place: of this body and of those around it. */
export interface Reach {
  readonly given: readonly Given[];
  /** What something can run after. */
  readonly nodes: readonly NodeId[];
  readonly depth: number;
  readonly isInsideGroup: boolean;
}

/** What a finished node adds to the reach of those after it. */
export interface Added {
  readonly given: readonly Given[];
  readonly nodes: readonly NodeId[];
  /** Outputs of tasks directly in the body, from which one-of outputs are made. */
  readonly own: readonly Given[];
  /** Outputs of tasks anywhere in the body, which a loop around it can collect. */
  readonly inner: readonly Given[];
}

/** Whether something given passes for a type. KFP SDK: `verify_type_compatibility`. */
export function passesFor({ type, isAnything }: Given, wanted: PortType): boolean {
  if (type.kind === 'parameter' || wanted.kind === 'parameter') {
    if (type.kind !== wanted.kind) return false;
    return (
      isAnything === true ||
      (type.kind === 'parameter' && wanted.kind === 'parameter' && type.parameterType === wanted.parameterType)
    );
  }
  if (type.isList !== wanted.isList) return false;
  if ([type.schemaTitle, wanted.schemaTitle].includes('system.Artifact')) return true;
  return type.schemaTitle === wanted.schemaTitle && type.schemaVersion === wanted.schemaVersion;
}
