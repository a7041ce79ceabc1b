import type { Diagnostic, Severity } from '../../src/analysis/diagnostic.ts';
import type { FileProblem } from '../../src/file/file-problem.ts';
import { isFoundByAnalysis, severityOfFileProblem } from '../../src/file/problem-kinds.ts';

export type ProblemCounts = { readonly [S in Severity]: number };

/** The parts of a tab that hold problems. */
export interface CountedProblems {
  readonly analysis: { readonly counts: ProblemCounts };
  readonly output: { readonly diagnostics: readonly Diagnostic[] } | null;
  readonly fileProblems: readonly FileProblem[];
}

/** How many problems of each kind the problems panel lists: of the drawing, of the target and of the file. */
export function countProblems({ analysis, output, fileProblems }: CountedProblems): ProblemCounts {
  const counts = { ...analysis.counts };
  for (const { severity } of output?.diagnostics ?? []) counts[severity] += 1;
  for (const { code } of fileProblems) if (!isFoundByAnalysis(code)) counts[severityOfFileProblem(code)] += 1;
  return counts;
}
