import type { LayoutKey } from '../../src/model/ids.ts';
import type { TabId } from './documents-slice.ts';

export interface SessionSlice {
  readonly drag: DragInProgress | null;
}

/** Positions while nodes are dragged. One edit is made of them at the drop. */
export interface DragInProgress {
  readonly tabId: TabId;
  readonly positions: ReadonlyMap<LayoutKey, { readonly x: number; readonly y: number }>;
}
