import type { CompileTarget } from '../compile-target.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** What no graph can be without: the rest of the rules are those of KFP 2, whose types a graph component does not know. */
const ERRORS_OF_GRAPHS: ReadonlySet<string> = new Set([
  'cycle',
  'recursive-pipeline',
  'pipeline-missing',
  'duplicate-name',
  'duplicate-input',
  'duplicate-output',
]);

/** A diagnostic of the document as it counts for a target. */
export function severityForTarget(diagnostic: Diagnostic, target: CompileTarget | undefined): Diagnostic {
  if (target !== 'graph-component' || diagnostic.severity !== 'error') return diagnostic;
  return ERRORS_OF_GRAPHS.has(diagnostic.code) ? diagnostic : { ...diagnostic, severity: 'warning' };
}
