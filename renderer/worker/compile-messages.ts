import type { Diagnostic } from '../../src/analysis/diagnostic.ts';

/** What compiling a document gave, as text for the preview and the run. */
export interface CompiledOutput {
  /** The IR as YAML; null while errors stand in the way. */
  readonly ir: string | null;
  /** What the target would refuse beside what is found live. */
  readonly diagnostics: readonly Diagnostic[];
}
