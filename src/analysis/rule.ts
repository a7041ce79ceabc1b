import type { PipelineDocument, PipelineRecord, TaskRecord } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { NodeId } from '../model/ids.ts';
import type { SentenceValues } from '../words/sentence.ts';
import type { Diagnostic, DiagnosticPlace, Fix, FixChange, Severity } from './diagnostic.ts';
import type { TaskInterface } from './task-interface.ts';

/** What a rule reports; the rest of the diagnostic comes from what is being checked. */
export interface Finding {
  readonly code: string;
  /** An error unless said otherwise. */
  readonly severity?: Severity;
  readonly values?: SentenceValues;
  readonly port?: DiagnosticPlace['port'];
  readonly pipelinePort?: DiagnosticPlace['pipelinePort'];
  readonly field?: string;
  readonly related?: readonly NodeId[];
  readonly fixes?: readonly Fix[];
}

/** What every rule sees. */
export interface RuleContext {
  readonly document: PipelineDocument;
  readonly pipeline: PipelineRecord;
  readonly report: (finding: Finding) => void;
}

export interface TaskContext extends RuleContext {
  readonly task: TaskRecord;
  readonly ports: TaskInterface;
}

export interface GroupContext extends RuleContext {
  readonly group: GroupRecord;
}

/** A mend with the values of its sentence, which are those of the change itself unless given. */
export function fix(change: FixChange, values: SentenceValues = {}): Fix {
  return { change, values: { ...plainValues(change), ...values } };
}

function plainValues(change: FixChange): SentenceValues {
  const entries = Object.entries(change).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(entries as [string, string | number][]);
}

/** Makes a diagnostic of a finding about a pipeline or one of its nodes. */
export function diagnosticOf(finding: Finding, place: DiagnosticPlace, values: SentenceValues): Diagnostic {
  const { port, pipelinePort, field, related } = finding;
  return {
    code: finding.code,
    severity: finding.severity ?? 'error',
    place: {
      ...place,
      ...(port === undefined ? {} : { port }),
      ...(pipelinePort === undefined ? {} : { pipelinePort }),
      ...(field === undefined ? {} : { field }),
      ...(related === undefined ? {} : { related }),
    },
    values: { ...values, ...finding.values },
    fixes: finding.fixes ?? [],
  };
}
