import type { TreeMap } from '../../catalog/tree.ts';
import type { Argument, Reference } from '../../model/argument.ts';
import type { BodyRecord, ComponentRecord, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import type { BodyId, ComponentKey, GroupId, NodeId, PipelineId, TaskId } from '../../model/ids.ts';
import type { IdCounter } from '../../model/new-ids.ts';
import type { ParameterType } from '../../model/port-type.ts';
import type { SentenceValues } from '../../words/sentence.ts';
import type { ImportNote } from '../import-result.ts';

/** A document while it is read from a workflow. */
export interface ArgoReading {
  readonly counter: IdCounter;
  readonly pipelines: Map<PipelineId, PipelineRecord>;
  readonly bodies: Map<BodyId, BodyRecord>;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  readonly components: Map<ComponentKey, ComponentRecord>;
  readonly templates: ReadonlyMap<string, TreeMap>;
  /** Templates that became sub-pipelines. */
  readonly definitions: Map<string, Definition>;
  readonly definitionNames: Set<string>;
  /** Templates around the one that is read, outermost first. */
  readonly open: string[];
  /** Types that uses of a value tell, by where it comes from. Argo itself has texts alone. */
  readonly types: ReadonlyMap<string, ParameterType>;
  readonly learned: Map<string, ParameterType>;
  readonly notKept: ImportNote[];
}

/** A template with tasks as a sub-pipeline, with its ports by `parameters.NAME` and `artifacts.NAME`. */
export interface Definition {
  readonly pipeline: PipelineId;
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, DefinitionOutput>;
}

/** An output of a sub-pipeline, and where its value comes from. */
export interface DefinitionOutput {
  readonly port: string;
  readonly type: Value['type'];
  readonly source: { readonly source?: string };
}

/** What a mark of Argo stands for: an argument, its type, and where it comes from. */
export interface Value {
  readonly argument: Argument;
  readonly type: ParameterType | 'artifact';
  readonly source?: string;
}

/** The names of one pipeline while it is read. */
export interface PipelineNames {
  readonly reading: ArgoReading;
  readonly pipeline: PipelineId;
  readonly tasks: Set<string>;
  readonly groups: Set<string>;
  groupCounter: number;
}

/** What a task or group gives, by `parameters.NAME` or `artifacts.NAME`. */
export type Outputs = (path: string) => Value | undefined;

/** The tasks of one template while they are read. */
export interface Frame {
  readonly names: PipelineNames;
  readonly body: BodyId;
  readonly children: NodeId[];
  /** What marks mean here: `inputs.parameters.x`, `item`, … without the braces. */
  readonly meanings: ReadonlyMap<string, Value>;
  /** Tasks read so far by their name in the file. */
  readonly done: Map<string, { readonly node: NodeId; readonly outputs: Outputs }>;
}

/** Notes something that is lost or changed. */
export function noteLoss(reading: ArgoReading, code: string, values: SentenceValues = {}): void {
  const note = { code, values };
  const isKnown = reading.notKept.some((known) => JSON.stringify(known) === JSON.stringify(note));
  if (!isKnown) reading.notKept.push(note);
}

/** Remembers what a use tells of the type of a value. */
export function learnType({ learned }: ArgoReading, value: Value | undefined, type: ParameterType): void {
  if (value?.source !== undefined && !learned.has(value.source)) learned.set(value.source, type);
}

/** The type a value from somewhere has, as uses of it tell. */
export function typeOfSource({ types }: ArgoReading, source: string): ParameterType {
  return types.get(source) ?? 'STRING';
}

/** Tells a value that refers to something from a constant. */
export function referenceOf(value: Value | undefined): Reference | undefined {
  const { argument } = value ?? {};
  if (argument === undefined || argument.kind === 'value') return undefined;
  return argument.kind === 'text' || argument.kind === 'template' ? undefined : argument;
}

/** What a call waits for, and whether it runs even when that failed. */
export interface Wait {
  readonly after: readonly NodeId[];
  readonly anyway: boolean;
}
