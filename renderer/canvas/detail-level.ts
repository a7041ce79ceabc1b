import { useStore as useFlowStore } from '@xyflow/react';

/** How much of a node is drawn: all, its name and ports, or its name and dots where its ports are. */
export type DetailLevel = 'near' | 'middle' | 'far';

const NEAR_ZOOM = 0.42;
/** Below it a port is too small to be hit: a wire cannot be drawn, so its parts need not be there. */
const MIDDLE_ZOOM = 0.22;

/** The level of detail at a zoom. */
export function detailLevelOf(zoom: number): DetailLevel {
  if (zoom >= NEAR_ZOOM) return 'near';
  return zoom >= MIDDLE_ZOOM ? 'middle' : 'far';
}

/** The level of detail of the canvas around; changes only when a border is crossed. */
export function useDetailLevel(): DetailLevel {
  return useFlowStore((state) => detailLevelOf(state.transform[2]));
}

/** Whether nodes are too small for parts that can be worked with. */
export function useIsFar(): boolean {
  return useFlowStore((state) => detailLevelOf(state.transform[2]) === 'far');
}
