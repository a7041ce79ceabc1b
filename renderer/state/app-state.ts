import type { DocumentsSlice } from './documents-slice.ts';
import type { LiveSlice } from './live-slice.ts';
import type { SessionSlice } from './session-slice.ts';
import type { ViewSlice } from './view-slice.ts';

/** Everything the screen is a function of. Immutable: a part that did not change is the same object. */
export interface AppState {
  /** Saved in files, undoable. */
  readonly documents: DocumentsSlice;
  /** How a window looks at the documents: selection, viewport, panels. Never in a file, never undone. */
  readonly view: ViewSlice;
  /** Lives as long as a gesture: positions while dragging, a wire being drawn. */
  readonly session: SessionSlice;
  /** What the host tells: catalog, runs, settings, the line. */
  readonly live: LiveSlice;
}
