import type { ReactFlowInstance } from '@xyflow/react';
import type { TabId } from '../../state/documents-slice.ts';

type Camera = Pick<
  ReactFlowInstance,
  'zoomIn' | 'zoomOut' | 'zoomTo' | 'fitView' | 'screenToFlowPosition' | 'getViewport'
>;

const cameras = new Map<TabId, Camera>();

/** The canvas of a tab is on the screen. */
export function rememberCamera(tabId: TabId, camera: Camera): void {
  cameras.set(tabId, camera);
}

/** It is no more. */
export function forgetCamera(tabId: TabId, camera: Camera): void {
  if (cameras.get(tabId) === camera) cameras.delete(tabId);
}

/** The canvas of a tab, for commands. */
export function cameraOf(tabId: TabId | null): Camera | undefined {
  return tabId === null ? undefined : cameras.get(tabId);
}
