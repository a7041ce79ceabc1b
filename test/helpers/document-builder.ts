import fc from 'fast-check';
import type {
  BodyRecord,
  ComponentRecord,
  LayoutRecord,
  NoteRecord,
  PipelineInput,
  PipelineRecord,
  TaskRecord,
} from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type {
  BodyId,
  ComponentKey,
  GroupId,
  LayoutKey,
  NodeId,
  NoteId,
  PipelineId,
  TaskId,
} from '../../src/model/ids.ts';
import { arbitraryText } from './arbitrary-values.ts';

/** How large and how broken generated documents are. */
export interface DocumentShape {
  /** The most tasks and groups of one body; 4 unless told. */
  readonly width?: number;
  /** Whether references to names the document does not hold occur; true unless told. */
  readonly missing?: boolean;
}

/** Draws one value. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** A document on its way. */
export interface Builder {
  readonly draw: Draw;
  readonly shape: Required<DocumentShape>;
  readonly parts: { counter: number };
  readonly pipelines: Map<PipelineId, PipelineRecord>;
  readonly bodies: Map<BodyId, BodyRecord>;
  readonly tasks: Map<TaskId, TaskRecord>;
  readonly groups: Map<GroupId, GroupRecord>;
  readonly components: Map<ComponentKey, ComponentRecord>;
  readonly notes: Map<NoteId, NoteRecord>;
  readonly layout: Map<LayoutKey, LayoutRecord>;
  readonly missing: Map<NodeId, string>;
  /** Definitions that tasks may run: those made before. */
  readonly definitions: PipelineId[];
}

/** What references of one pipeline can point at. */
export interface Scope {
  readonly inputs: readonly PipelineInput[];
  readonly tasks: TaskRecord[];
  readonly groups: GroupRecord[];
  readonly names: Set<string>;
  groupCounter: number;
}

/** The outputs of every component. */
export const PORTS = ['model', 'data', 'score_2', 'items'] as const;

/** A description, or none. */
export function described(draw: Draw): { readonly description?: string } {
  const description = maybe(draw, arbitraryText);
  return description === undefined ? {} : { description };
}

/** A value, or none. */
export function maybe<T>(draw: Draw, arbitrary: fc.Arbitrary<T>): T | undefined {
  return draw(fc.boolean()) ? draw(arbitrary) : undefined;
}
