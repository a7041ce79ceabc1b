import type { LayoutKey } from '../../src/model/ids.ts';
import type { TabId } from './documents-slice.ts';
import { getState, patchState } from './store.ts';

/** Positions while nodes are dragged; replaced with every movement. The drop makes one edit and calls `endDrag`. */
export function setDrag(
  tabId: TabId,
  positions: ReadonlyMap<LayoutKey, { readonly x: number; readonly y: number }>,
): void {
  patchState({ session: { ...getState().session, drag: { tabId, positions } } });
}

/** Ends a drag, dropped or given up. */
export function endDrag(): void {
  const { session } = getState();
  if (session.drag !== null) patchState({ session: { ...session, drag: null } });
}
