import type { DiagnosticPlace } from '../../src/analysis/diagnostic.ts';
import type { ImportNote } from '../../src/import/import-result.ts';
import type { LayoutKey, PipelineId, TaskId } from '../../src/model/ids.ts';
import type { TabId } from './documents-slice.ts';

export interface ViewSlice {
  readonly byTab: ReadonlyMap<TabId, TabView>;
  /** The problem under the pointer in the problems panel; its place is marked on the canvas. */
  readonly hoveredPlace: DiagnosticPlace | null;
  readonly panels: PanelVisibility;
  /** The dialog that is open. One at a time. */
  readonly dialog: OpenDialog | null;
}

export interface TabView {
  /** The pipeline on the canvas: the root or a sub-pipeline definition. */
  readonly pipeline: PipelineId;
  /** The sub-pipeline tasks it was entered through. */
  readonly through: readonly TaskId[];
  readonly selection: Selection;
  readonly viewport: Viewport | null;
  /** Asks the canvas to bring something into view. A new object is a new request. */
  readonly reveal: RevealRequest | null;
  /** Asks the inspector to go to a field of what is selected. */
  readonly focusField: FocusFieldRequest | null;
}

/** Nodes, notes and terminal nodes by layout key; wires by the canvas's edge id. */
export interface Selection {
  readonly nodes: ReadonlySet<LayoutKey>;
  readonly edges: ReadonlySet<string>;
}

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface RevealRequest {
  /** Empty: everything. */
  readonly keys: readonly LayoutKey[];
}

export interface FocusFieldRequest {
  /** `argument:<port>`, `input:<name>`, `output:<name>` or a dotted path such as `options.retry`. */
  readonly field: string;
}

export interface PanelVisibility {
  readonly left: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
}

/** Every dialog of the app with what it needs to know. */
export type OpenDialog =
  | { readonly kind: 'palette'; readonly mode: 'commands' | 'tasks' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'whats-new' }
  | { readonly kind: 'log' }
  | {
      readonly kind: 'import-notes';
      readonly name: string;
      readonly notes: readonly ImportNote[];
      readonly imported: boolean;
    }
  | { readonly kind: 'export'; readonly tabId: TabId }
  | { readonly kind: 'history'; readonly tabId: TabId }
  | { readonly kind: 'run-form'; readonly tabId: TabId; readonly from?: readonly string[] };
