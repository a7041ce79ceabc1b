import type { Diagnostic, Fix, Severity } from '../../../src/analysis/diagnostic.ts';
import type { FilePlaces } from '../../../src/file/file-places.ts';
import type { FileFailure, FileProblem } from '../../../src/file/file-problem.ts';
import { isFoundByAnalysis, severityOfFileProblem } from '../../../src/file/problem-kinds.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { nodeRecord, pipelineRecord } from '../../../src/model/lookups.ts';
import type { Language } from '../../../src/words/sentence.ts';
import { diagnosticSentence, sentence } from '../../../src/words/sentences.ts';

/** A problem as `validate` tells it. */
export interface ListedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: { readonly path: string; readonly port?: string; readonly line?: number };
  readonly fix?: { readonly kind: string; readonly message: string };
}

/** Why a text is no pipeline at all. */
export function listFailure(failure: FileFailure, language: Language): ListedProblem {
  const line = failure.line === undefined ? {} : { line: failure.line };
  const message = sentence(language, `file.${failure.code}`, failure.values);
  return { code: failure.code, severity: 'error', message, place: { path: '', ...line } };
}

/** That a file of a newer version may hold what this one does not know. */
export function listNewerVersion(language: Language): ListedProblem {
  return {
    code: 'newer-version',
    severity: 'warning',
    message: sentence(language, 'cli.newer-version', {}),
    place: { path: '', line: 1 },
  };
}

/** What could not be read. Broken references are left to the analysis where it has found errors. */
export function listFileProblems(
  problems: readonly FileProblem[],
  language: Language,
  analysisFoundErrors: boolean,
): readonly ListedProblem[] {
  return problems
    .filter(({ code }) => !analysisFoundErrors || !isFoundByAnalysis(code))
    .map(({ code, values, line, path }) => ({
      code,
      severity: severityOfFileProblem(code),
      message: sentence(language, `file.${code}`, values),
      place: { path: path ?? '', line },
    }));
}

/** What the analysis found, with places as people and editors name them. */
export function listDiagnostics(
  diagnostics: readonly Diagnostic[],
  document: PipelineDocument,
  places: FilePlaces,
  language: Language,
): readonly ListedProblem[] {
  return diagnostics.map((diagnostic) => {
    const path = pathOf(diagnostic, document);
    const port = diagnostic.place.port?.id ?? diagnostic.place.pipelinePort?.name;
    const line = places.lineOf(path, port);
    const [first] = diagnostic.fixes;
    return {
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnosticSentence(language, diagnostic),
      place: { path, ...(port === undefined ? {} : { port }), ...(line === undefined ? {} : { line }) },
      ...(first === undefined ? {} : { fix: describeFix(first, language) }),
    };
  });
}

/** `task`, or `definition/task` inside a sub-pipeline; empty for the pipeline itself. */
function pathOf({ place }: Diagnostic, document: PipelineDocument): string {
  const node = place.node === undefined ? undefined : nodeRecord(document, place.node)?.name;
  const definition = place.pipeline === document.root ? undefined : pipelineRecord(document, place.pipeline).name;
  return [definition, node].filter((part) => part !== undefined).join('/');
}

function describeFix({ change, values }: Fix, language: Language): { readonly kind: string; readonly message: string } {
  return { kind: change.kind, message: sentence(language, `fix.${change.kind}`, values) };
}

/** A problem on one line, in the form that editors and terminals make a link of. */
export function formatProblem(problem: ListedProblem, file: string): string {
  const { path, port, line } = problem.place;
  const where = line === undefined ? file : `${file}:${line}`;
  const subject = [path, port].filter((part) => part !== undefined && part !== '').join('.');
  return `${where}: ${problem.severity}: ${subject === '' ? '' : `${subject}: `}${problem.message} [${problem.code}]`;
}
