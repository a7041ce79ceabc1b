import type { PipelineDocument } from './document.ts';
import type { Edit, EditLabel } from './edit.ts';
import { mergeTouched, NOTHING_TOUCHED } from './touched.ts';

/** Makes one step of several edits, each applied to the outcome of the one before. */
export function combineEdits(
  document: PipelineDocument,
  label: EditLabel,
  steps: readonly ((document: PipelineDocument) => Edit)[],
): Edit {
  let current = document;
  let touched = NOTHING_TOUCHED;
  for (const step of steps) {
    const edit = step(current);
    current = edit.document;
    touched = mergeTouched(touched, edit.touched);
  }
  return { document: current, touched, label };
}
