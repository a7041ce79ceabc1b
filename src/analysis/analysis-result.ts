import type { PipelineDocument } from '../model/document.ts';
import type { Touched } from '../model/edit.ts';
import type { BodyId, ComponentKey, NodeId, PipelineId } from '../model/ids.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Ranks } from './keep-ranks.ts';

/** Everything found in one version of a document, and what the next check needs to look only at what changed. */
export interface AnalysisResult {
  readonly document: PipelineDocument;
  /** In the order of pipelines, then of tasks and groups; the same list object when nothing changed. */
  readonly diagnostics: readonly Diagnostic[];
  /** By the node a diagnostic is about; the same list object while it is unchanged. */
  readonly byNode: ReadonlyMap<NodeId, readonly Diagnostic[]>;
  readonly counts: { readonly [S in Severity]: number };
  readonly memory: AnalysisMemory;
}

/** A check that came before, and what was edited since. */
export interface PreviousAnalysis {
  readonly result: AnalysisResult;
  readonly touched: Touched;
}

/** Whose rules are looked at together: a node, a pipeline, the names in a pipeline, the cycles of the document. */
export type Subject = NodeId | PipelineId | `names:${PipelineId}` | 'cycles';

/** Something a subject's diagnostics depend on beside itself. */
export type Dependency = NodeId | PipelineId | BodyId | ComponentKey | `input:${PipelineId}:${string}`;

/** Who must be looked at again when something changes. */
export type DependentSubject = NodeId | PipelineId;

/** Diagnostics by subject (those without any are absent), and who depends on what. */
export interface AnalysisMemory {
  readonly found: ReadonlyMap<Subject, readonly Diagnostic[]>;
  readonly dependencies: ReadonlyMap<DependentSubject, readonly Dependency[]>;
  readonly dependents: ReadonlyMap<Dependency, ReadonlySet<DependentSubject>>;
  /** Absent while anything waits for itself. */
  readonly ranks?: Ranks;
}
