import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { PipelineDocument, PipelineRecord } from '../../../../src/model/document.ts';
import type { TabId } from '../../../state/documents-slice.ts';

/** What every part of a pipeline's inspector is given. */
export interface PipelinePartProps {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
  readonly pipeline: PipelineRecord;
  /** Of the pipeline itself, not of its tasks. */
  readonly problems: readonly Diagnostic[];
}
