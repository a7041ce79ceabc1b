import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { TaskInterface } from '../../../../src/analysis/task-ports.ts';
import type { PipelineDocument, TaskRecord } from '../../../../src/model/document.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';
import type { TabId } from '../../../state/documents-slice.ts';

/** What every part of a task's inspector is given. */
export interface TaskPartProps {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
  /** The pipeline it stands in. */
  readonly pipeline: PipelineId;
  readonly task: TaskRecord;
  readonly ports: TaskInterface;
  /** Of this task. */
  readonly problems: readonly Diagnostic[];
}

/** The problems of one field. */
export function problemsAt(problems: readonly Diagnostic[], field: string): readonly Diagnostic[] {
  return problems.filter(({ place }) => place.port === undefined && place.field === field);
}

/** The problems of a field and of those inside it. */
export function problemsBelow(problems: readonly Diagnostic[], field: string): readonly Diagnostic[] {
  return problems.filter(({ place }) => place.field === field || place.field?.startsWith(`${field}.`) === true);
}

/** The problems of one port. */
export function problemsOfPort(problems: readonly Diagnostic[], side: 'in' | 'out', id: string): readonly Diagnostic[] {
  return problems.filter(({ place }) => place.port?.side === side && place.port.id === id);
}
