import type { LayoutRecord, PipelineDocument } from '../document.ts';
import { createDraft, finishEdit } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { LayoutKey } from '../ids.ts';
import { pipelineOfLayoutKey } from '../lookups.ts';
import { type Position, placeOnCanvas, wholePixels } from './place-node.ts';

/** Moves nodes, notes and terminal nodes to whole pixels. Keys of what does not exist are passed over. */
export function moveNodes(document: PipelineDocument, positions: ReadonlyMap<LayoutKey, Position>): Edit {
  const draft = createDraft(document);
  for (const [key, position] of positions) {
    if (pipelineOfLayoutKey(document, key) !== undefined) placeOnCanvas(draft, key, position);
  }
  return finishEdit(draft, { key: 'edit.move-nodes', values: { count: positions.size } });
}

/** Sets position, size and folding of one node as a whole, in whole pixels. */
export function setLayout(document: PipelineDocument, key: LayoutKey, layout: LayoutRecord): Edit {
  const draft = createDraft(document);
  const { x, y, width, height, collapsed } = layout;
  const record: LayoutRecord = {
    x: wholePixels(x),
    y: wholePixels(y),
    ...(width === undefined ? {} : { width: wholePixels(width) }),
    ...(height === undefined ? {} : { height: wholePixels(height) }),
    ...(collapsed === undefined ? {} : { collapsed }),
  };
  if (pipelineOfLayoutKey(document, key) !== undefined) draft.layout.set(key, record);
  return finishEdit(draft, { key: 'edit.resize-node' });
}
