import { createStore } from 'zustand/vanilla';
import type { ContextPlace } from '../../src/actions/action.ts';
import type { TabId } from '../state/documents-slice.ts';

/** The context menu that is open. */
export interface OpenContextMenu {
  readonly place: ContextPlace;
  readonly point: { readonly x: number; readonly y: number };
  readonly tabId: TabId | null;
}

/** Holds the one context menu. */
export const contextMenuStore = createStore<{ readonly open: OpenContextMenu | null }>(() => ({ open: null }));

/** Opens the context menu of a kind of place, at client pixels. Its items are the actions of that place. */
export function openContextMenu(place: ContextPlace, point: OpenContextMenu['point'], tabId: TabId | null): void {
  contextMenuStore.setState({ open: { place, point, tabId } });
}

/** Closes the context menu. */
export function closeContextMenu(): void {
  contextMenuStore.setState({ open: null });
}
