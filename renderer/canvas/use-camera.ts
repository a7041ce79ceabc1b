import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { TabId } from '../state/documents-slice.ts';
import { useApp } from '../state/store.ts';
import { forgetCamera, rememberCamera } from './acts/cameras.ts';

const CALM_MILLISECONDS = 160;
const CLOSEST_FIT = 1.1;

/** Where the canvas looks: remembered places, requests to bring something into view, and the zoom commands. */
export function useCamera(tabId: TabId): void {
  const flow = useReactFlow();
  const reveal = useApp((state) => state.view.byTab.get(tabId)?.reveal ?? null);
  const handled = useRef(reveal);

  useEffect(() => {
    rememberCamera(tabId, flow);
    return () => forgetCamera(tabId, flow);
  }, [tabId, flow]);

  useEffect(() => {
    if (reveal === null || reveal === handled.current) return;
    handled.current = reveal;
    const nodes = reveal.keys.map((id) => ({ id }));
    void flow.fitView({
      ...(nodes.length === 0 ? {} : { nodes }),
      duration: motionMilliseconds(),
      maxZoom: CLOSEST_FIT,
      padding: 0.25,
    });
  }, [reveal, flow]);
}

/** None for people who asked for less motion. */
export function motionMilliseconds(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : CALM_MILLISECONDS;
}
