import { checkDocument } from '../../../src/analysis/check-document.ts';
import { checkForTarget } from '../../../src/analysis/check-for-target.ts';
import type { CompileTarget } from '../../../src/analysis/compile-target.ts';
import { severityForTarget } from '../../../src/analysis/targets/severity-for-target.ts';
import { filePlaces } from '../../../src/file/file-places.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Language } from '../../../src/words/sentence.ts';
import {
  type ListedProblem,
  listDiagnostics,
  listFailure,
  listFileProblems,
  listNewerVersion,
} from './problem-list.ts';

/** A pipeline file and everything that is wrong with it. */
export interface CheckedText {
  /** Absent where the text is no pipeline. */
  readonly document?: PipelineDocument;
  readonly problems: readonly ListedProblem[];
  readonly hasErrors: boolean;
}

/** Reads and checks a pipeline file, for a target as well where one is given. */
export function checkText(text: string, language: Language, target?: CompileTarget): CheckedText {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) return { problems: [listFailure(parsed.error, language)], hasErrors: true };
  const { document, diagnostics: fileProblems, readOnly } = parsed.value;
  const found = [
    ...checkDocument(document).diagnostics.map((diagnostic) => severityForTarget(diagnostic, target)),
    ...(target === undefined ? [] : checkForTarget(document, target)),
  ];
  const foundErrors = found.some(({ severity }) => severity === 'error');
  const problems = [
    ...(readOnly === undefined ? [] : [listNewerVersion(language)]),
    ...listFileProblems(fileProblems, language, foundErrors),
    ...listDiagnostics(found, document, filePlaces(text), language),
  ];
  return { document, problems, hasErrors: problems.some(({ severity }) => severity === 'error') };
}
