import type { FileProblemCode } from './file-problem.ts';

/** What stays in the file unread is kept; everything else that cannot be read is missing from the pipeline. */
const HARMLESS: ReadonlySet<FileProblemCode> = new Set<FileProblemCode>([
  'unknown-field',
  'stray-layout',
  'imprecise-number',
  'extra-document',
]);
/** Broken references are in the document too, where the analysis finds them and knows more. */
const FOUND_AGAIN: ReadonlySet<FileProblemCode> = new Set<FileProblemCode>([
  'missing-target',
  'missing-component',
  'missing-pipeline',
  'missing-task',
  'missing-group',
  'missing-input',
]);

/** How much a problem of the file matters. */
export function severityOfFileProblem(code: FileProblemCode): 'error' | 'warning' {
  return HARMLESS.has(code) ? 'warning' : 'error';
}

/** Whether the analysis of the document tells the same problem again. */
export function isFoundByAnalysis(code: FileProblemCode): boolean {
  return FOUND_AGAIN.has(code);
}
