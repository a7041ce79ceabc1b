import type { Diagnostic, Severity } from '../../../src/analysis/diagnostic.ts';
import type { FileProblem } from '../../../src/file/file-problem.ts';
import { isFoundByAnalysis, severityOfFileProblem } from '../../../src/file/problem-kinds.ts';

/** A line of the problems panel. */
export type Problem =
  | { readonly kind: 'diagnostic'; readonly severity: Severity; readonly diagnostic: Diagnostic }
  | { readonly kind: 'file'; readonly severity: Severity; readonly problem: FileProblem };

const RANK: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 };

/** Where problems come from. */
export interface ProblemSources {
  readonly file: readonly FileProblem[];
  /** Of the drawing, as it is now. */
  readonly live: readonly Diagnostic[];
  /** What the target would refuse beside them. */
  readonly target: readonly Diagnostic[];
}

/** Everything that is wrong with a pipeline, errors first, otherwise in the order it was found. */
export function listProblems({ file, live, target }: ProblemSources): readonly Problem[] {
  const problems: readonly Problem[] = [
    ...file
      .filter(({ code }) => !isFoundByAnalysis(code))
      .map((problem) => ({ kind: 'file' as const, severity: severityOfFileProblem(problem.code), problem })),
    ...[...live, ...target].map((diagnostic) => ({
      kind: 'diagnostic' as const,
      severity: diagnostic.severity,
      diagnostic,
    })),
  ];
  return [...problems].sort((left, right) => RANK[left.severity] - RANK[right.severity]);
}
