import type { PipelineDocument } from '../../src/model/document.ts';
import type { LayoutKey } from '../../src/model/ids.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Places what has no position: where the arrangement of everything would have it, seen from the nearest node of that
 * arrangement that has one. What has a position stays.
 */
export function placeAmongOthers(
  arranged: ReadonlyMap<LayoutKey, Spot>,
  document: Pick<PipelineDocument, 'layout'>,
): ReadonlyMap<LayoutKey, Spot> {
  const anchors = [...arranged].filter(([key]) => document.layout.has(key));
  const placed = new Map<LayoutKey, Spot>();
  for (const [key, spot] of arranged) {
    if (document.layout.has(key)) continue;
    const anchor = nearest(anchors, spot);
    const real = anchor === undefined ? undefined : document.layout.get(anchor[0]);
    if (anchor === undefined || real === undefined) placed.set(key, spot);
    else placed.set(key, { x: real.x + spot.x - anchor[1].x, y: real.y + spot.y - anchor[1].y });
  }
  return placed;
}

function nearest(anchors: readonly (readonly [LayoutKey, Spot])[], spot: Spot): readonly [LayoutKey, Spot] | undefined {
  let best: readonly [LayoutKey, Spot] | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const anchor of anchors) {
    const [, { x, y }] = anchor;
    const far = Math.hypot(x - spot.x, y - spot.y);
    if (far < distance) [best, distance] = [anchor, far];
  }
  return best;
}
