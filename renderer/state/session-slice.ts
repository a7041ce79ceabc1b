import type { LayoutKey, TaskId } from '../../src/model/ids.ts';
import type { TabId } from './documents-slice.ts';

export interface SessionSlice {
  readonly drag: DragInProgress | null;
  readonly connection: ConnectionInProgress | null;
}

/** Positions while nodes are dragged. One edit is made of them at the drop. */
export interface DragInProgress {
  readonly tabId: TabId;
  readonly positions: ReadonlyMap<LayoutKey, { readonly x: number; readonly y: number }>;
}

/** A wire that is being drawn, from a port of a task or of the Inputs node. */
export interface ConnectionInProgress {
  readonly tabId: TabId;
  readonly from:
    | { readonly kind: 'task-output'; readonly task: TaskId; readonly port: string }
    | { readonly kind: 'task-input'; readonly task: TaskId; readonly port: string }
    | { readonly kind: 'pipeline-input'; readonly input: string }
    | { readonly kind: 'pipeline-output'; readonly output: string };
}
