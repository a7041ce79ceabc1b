import type { LayoutKey } from '../../src/model/ids.ts';
import type { TabId } from './documents-slice.ts';
import type { DropPlace } from './session-slice.ts';
import { getState, patchState } from './store.ts';

/** Positions while nodes are dragged; replaced with every movement. The drop makes one edit and calls `endDrag`. */
export function setDrag(
  tabId: TabId,
  positions: ReadonlyMap<LayoutKey, { readonly x: number; readonly y: number }>,
): void {
  const { session } = getState();
  const over = session.drag?.tabId === tabId ? session.drag.over : undefined;
  patchState({ session: { ...session, drag: { tabId, positions, ...(over === undefined ? {} : { over }) } } });
}

/** Says which other body the dragged nodes would come to stand in; null for the one they stand in. */
export function setDropPlace(over: DropPlace | null): void {
  const { session } = getState();
  if (session.drag === null || (session.drag.over ?? null) === over) return;
  const { tabId, positions } = session.drag;
  patchState({ session: { ...session, drag: { tabId, positions, ...(over === null ? {} : { over }) } } });
}

/** Ends a drag, dropped or given up. */
export function endDrag(): void {
  const { session } = getState();
  if (session.drag !== null) patchState({ session: { ...session, drag: null } });
}
