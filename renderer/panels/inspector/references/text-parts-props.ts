import type { PipelineId, TaskId } from '../../../../src/model/ids.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import type { TextPart } from './text-parts.ts';

/** A text of several parts, and what is told when they change. */
export interface TextPartsProps {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
  /** The task whose setting or argument the text is. */
  readonly task: TaskId;
  readonly parts: readonly TextPart[];
  readonly label: string;
  readonly onChange: (parts: readonly TextPart[]) => void;
  readonly onEnd: () => void;
}
