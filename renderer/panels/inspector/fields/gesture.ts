import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { Edit } from '../../../../src/model/edit.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { editDocument, endGesture, undoEdit } from '../../../state/edits.ts';
import { getState } from '../../../state/store.ts';

export interface Gesture {
  /** Edits the document; edits of one gesture are one step of history. */
  readonly edit: (make: (document: PipelineDocument) => Edit) => void;
  /** Ends the gesture. */
  readonly end: () => void;
  /** Takes back what the gesture has changed so far. */
  readonly revert: () => void;
  /** An edit that is a step of its own. */
  readonly step: (make: (document: PipelineDocument) => Edit) => void;
}

/** The edits of one field: everything typed before it is left is one step of history. */
export function gestureOf(tabId: TabId, field: string): Gesture {
  const coalesce = `inspector ${field}`;
  const edit: Gesture['edit'] = (make) => void editDocument(tabId, make, { coalesce });
  const end = (): void => endGesture(tabId);
  return {
    edit,
    end,
    revert: () => {
      const last = getState().documents.tabs.get(tabId)?.history.past.at(-1);
      if (last?.gesture === coalesce) undoEdit(tabId);
    },
    step: (make) => {
      end();
      edit(make);
      end();
    },
  };
}
