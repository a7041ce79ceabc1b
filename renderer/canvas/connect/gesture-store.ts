import { createStore } from 'zustand/vanilla';
import type { ConnectionVerdict } from '../../../src/analysis/connection.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { TabId } from '../../state/documents-slice.ts';
import type { CanvasPort } from './canvas-port.ts';
import type { Judge } from './judge.ts';

/** The wire that is being drawn on some canvas, and what was last refused. */
export interface WireGesture {
  readonly from: CanvasPort | null;
  readonly judge: Judge | null;
  /** What the wire is drawn in, for naming what it would replace. */
  readonly document: PipelineDocument | null;
  /** Said at the pointer until the next act. */
  readonly refusal: Refusal | null;
}

/** Why something was refused, said at a point of the window, with what may be done instead on a tab. */
export interface Refusal {
  readonly x: number;
  readonly y: number;
  readonly verdict: ConnectionVerdict;
  readonly tabId: TabId | null;
}

/** One gesture at a time in the whole window. */
export const gestureStore = createStore<WireGesture>(() => ({
  from: null,
  judge: null,
  document: null,
  refusal: null,
}));

/** A wire is being drawn. */
export function beginWire(from: CanvasPort, judge: Judge, document: PipelineDocument): void {
  gestureStore.setState({ from, judge, document, refusal: null });
}

/** The wire has been dropped or given up. */
export function endWire(): void {
  if (gestureStore.getState().from !== null) gestureStore.setState({ from: null, judge: null, document: null });
}

/** Says at a point of the window why something was refused. What KFP has instead is offered on that tab. */
export function refuseAt(x: number, y: number, verdict: ConnectionVerdict, tabId: TabId | null = null): void {
  gestureStore.setState({ refusal: { x, y, verdict, tabId } });
}

/** Takes the last refusal away. */
export function forgetRefusal(): void {
  if (gestureStore.getState().refusal !== null) gestureStore.setState({ refusal: null });
}
