import type { ArtifactDefinition, ParameterDefinition } from '../../compile/kfp/ir.ts';
import type { BodyRecord, ComponentRecord, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { BodyId, ComponentKey, GroupId, NodeId, PipelineId, TaskId } from '../../model/ids.ts';
import type { IdCounter } from '../../model/new-ids.ts';
import type { PortType } from '../../model/port-type.ts';
import type { SentenceValues } from '../../words/sentence.ts';
import type { ImportNote } from '../import-result.ts';
import type { IrIndex } from './ir-index.ts';
import type { OutlineNode } from './outline-node.ts';

/** A document while it is read from IR. */
export interface Reading {
  readonly index: IrIndex;
  readonly counter: IdCounter;
  readonly pipelines: Map<PipelineId, PipelineRecord>;
  readonly bodies: Map<BodyId, BodyRecord>;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  /** Every task and group of the document, as the first look found it. */
  readonly nodes: Map<NodeId, OutlineNode>;
  /** Tasks that exit handlers read so far run at their end. */
  readonly exitTasks: Set<TaskId>;
  readonly components: Map<ComponentKey, ComponentRecord>;
  readonly componentsByContent: Map<string, ComponentRecord>;
  /** Definitions already read, by what they hold. */
  readonly definitions: Map<string, PipelineId>;
  readonly notKept: ImportNote[];
  /** What this version cannot read at all: the import fails with these. */
  readonly unreadable: ImportNote[];
}

/** Notes something that is lost. */
export function noteLoss(reading: Reading, code: string, values: SentenceValues): void {
  reading.notKept.push({ code, values });
}

/** The port type of an IR definition. */
export function portTypeOf(definition: ParameterDefinition | ArtifactDefinition): PortType {
  if ('parameterType' in definition) return { kind: 'parameter', parameterType: definition.parameterType };
  const { schemaTitle = 'system.Artifact', schemaVersion = '0.0.1' } = definition.artifactType;
  return { kind: 'artifact', schemaTitle, schemaVersion, isList: definition.isArtifactList === true };
}
