import { getViewportForBounds, useStore as useFlowStore, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { LayoutKey, NodeId } from '../../src/model/ids.ts';
import type { TabId } from '../state/documents-slice.ts';
import { getState, useApp } from '../state/store.ts';
import { forgetCamera, rememberCamera } from './acts/cameras.ts';
import { arrangementOf } from './geometry/arrange.ts';

const CALM_MILLISECONDS = 160;
const CLOSEST_FIT = 1.1;
const WHOLE_PADDING = 0.15;
export const LEAST_ZOOM = 0.08;

/**
 * Where the canvas looks: remembered places, requests to bring something into view, and the zoom commands. `isFresh` says
 * that the canvas has no remembered view. Gives what is to be called when a person starts to move it.
 */
export function useCamera(tabId: TabId, isFresh: boolean): (event: unknown) => void {
  const flow = useReactFlow();
  const reveal = useApp((state) => state.view.byTab.get(tabId)?.reveal ?? null);
  const handled = useRef(reveal);
  const keepWhole = useWhole(isFresh);

  useEffect(() => {
    rememberCamera(tabId, flow);
    return () => forgetCamera(tabId, flow);
  }, [tabId, flow]);

  useEffect(() => {
    if (reveal === null || reveal === handled.current) return;
    handled.current = reveal;
    keepWhole.current = false;
    const nodes = shownKeys(tabId, reveal.keys).map((id) => ({ id }));
    void flow.fitView({
      ...(nodes.length === 0 ? {} : { nodes }),
      duration: motionMilliseconds(),
      maxZoom: CLOSEST_FIT,
      padding: 0.25,
    });
  }, [tabId, reveal, flow, keepWhole]);

  return useCallback(
    (event) => {
      if (event !== null) keepWhole.current = false;
    },
    [keepWhole],
  );
}

/**
 * The panels around the canvas find their sizes after it is drawn: until somebody moves it, it shows the whole again at
 * every size. Before the paint, so that nothing is seen to jump.
 */
function useWhole(isFresh: boolean): { current: boolean } {
  const flow = useReactFlow();
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const keepWhole = useRef(isFresh);
  useLayoutEffect(() => {
    if (!keepWhole.current || width === 0 || height === 0) return;
    const bounds = flow.getNodesBounds(flow.getNodes());
    void flow.setViewport(getViewportForBounds(bounds, width, height, LEAST_ZOOM, 1, WHOLE_PADDING));
  }, [flow, width, height]);
  return keepWhole;
}

/** What a folded group hides is looked for at that group. */
function shownKeys(tabId: TabId, keys: readonly LayoutKey[]): readonly LayoutKey[] {
  const document = getState().documents.tabs.get(tabId)?.document;
  const pipeline = getState().view.byTab.get(tabId)?.pipeline;
  if (document === undefined || pipeline === undefined || keys.length === 0) return keys;
  const { hiddenIn } = arrangementOf(document, pipeline);
  return keys.map((key) => hiddenIn.get(key as NodeId) ?? key);
}

/** None for people who asked for less motion. */
export function motionMilliseconds(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : CALM_MILLISECONDS;
}
