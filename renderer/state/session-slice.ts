import type { BodyId, LayoutKey } from '../../src/model/ids.ts';
import type { SentenceValues } from '../../src/words/sentence.ts';
import type { TabId } from './documents-slice.ts';

export interface SessionSlice {
  readonly drag: DragInProgress | null;
}

/** Positions while nodes are dragged. One edit is made of them at the drop. */
export interface DragInProgress {
  readonly tabId: TabId;
  readonly positions: ReadonlyMap<LayoutKey, { readonly x: number; readonly y: number }>;
  /** The body the dragged nodes would come to stand in, where that is another one than they stand in now. */
  readonly over?: DropPlace;
}

export interface DropPlace {
  readonly body: BodyId;
  /** Why they may not stand there: a diagnostic of the words catalogue; null when they may. */
  readonly problem: { readonly code: string; readonly values: SentenceValues } | null;
}
