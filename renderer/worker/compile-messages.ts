import type { CompileTarget } from '../../src/analysis/compile-target.ts';
import type { Diagnostic } from '../../src/analysis/diagnostic.ts';
import type { PipelineDocument } from '../../src/model/document.ts';

/** What compiling a document gave, as text for the preview and the run. */
export interface CompiledOutput {
  /** The IR as YAML; null while errors stand in the way. */
  readonly ir: string | null;
  /** What the target would refuse beside what is found live. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A document and what it is to be written as. */
export interface TargetQuestion {
  readonly document: PipelineDocument;
  readonly target: CompileTarget;
}

/** What compiling for a target gave. */
export interface TargetOutput {
  /** Null while errors stand in the way; then `problems` has them. */
  readonly text: string | null;
  /** What follows the pipeline's name in the name of the file. */
  readonly extension: string;
  readonly problems: readonly Diagnostic[];
}

/** What the worker is asked: a document as it is compiled all the time, or for one target. */
export type CompileQuestion = PipelineDocument | TargetQuestion;

/** Tells the two apart. */
export function isForTarget(question: CompileQuestion): question is TargetQuestion {
  return 'target' in question;
}
