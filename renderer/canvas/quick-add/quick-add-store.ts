import { createStore } from 'zustand/vanilla';
import type { PipelineId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import type { CanvasPort } from '../connect/canvas-port.ts';

/** The menu that adds a task at a point of the window. */
export interface QuickAddRequest {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
  /** In client pixels. */
  readonly point: { readonly x: number; readonly y: number };
  /** The port whose wire was dropped into the void: only what fits it is offered, and it is wired. */
  readonly wire: CanvasPort | null;
}

/** Holds the one menu. */
export const quickAddStore = createStore<{ readonly open: QuickAddRequest | null }>(() => ({ open: null }));

/** Opens the menu. */
export function openQuickAdd(request: QuickAddRequest): void {
  quickAddStore.setState({ open: request });
}

/** Closes it. */
export function closeQuickAdd(): void {
  if (quickAddStore.getState().open !== null) quickAddStore.setState({ open: null });
}
