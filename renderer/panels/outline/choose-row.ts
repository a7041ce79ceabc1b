import type { TabId } from '../../state/documents-slice.ts';
import { reveal, showPipeline } from '../../state/looking.ts';
import { select, toggleSelected } from '../../state/selection.ts';
import type { OutlineRow } from './outline-rows.ts';

/** Selects what a row stands for, alone or beside the others, and shows it on the canvas. */
export function chooseRow(tabId: TabId, row: OutlineRow, adds: boolean): void {
  showPipeline(tabId, row.pipeline, row.through);
  if (adds) toggleSelected(tabId, row.node);
  else select(tabId, [row.node]);
  reveal(tabId, [row.node]);
}
