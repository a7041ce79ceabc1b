import type { Reference } from '../../../../src/model/argument.ts';
import type { LayoutKey, PipelineId } from '../../../../src/model/ids.ts';
import { nodeOfReference } from '../../../../src/model/references.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { focusField, reveal } from '../../../state/looking.ts';
import { select } from '../../../state/selection.ts';

/** Goes to what a reference points at: the node on the canvas, or the input's field. */
export function goToSource(tabId: TabId, pipeline: PipelineId, reference: Reference): void {
  const node = nodeOfReference(reference);
  const key: LayoutKey = node ?? `inputs:${pipeline}`;
  goToNode(tabId, key);
  if (reference.kind === 'input') focusField(tabId, `input:${reference.input}`);
}

/** Selects a node and brings it into view. */
export function goToNode(tabId: TabId, key: LayoutKey): void {
  select(tabId, [key]);
  reveal(tabId, [key]);
}
