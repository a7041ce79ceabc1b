import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutKey } from '../../src/model/ids.ts';
import type { Spot } from './place-among-others.ts';

/** The id under which the layouter knows the frame of a branch. */
export const LANE_PREFIX = 'lane ';
/** Between branches, in pixels. */
export const LANE_GAP = 24;

/**
 * Where the layouter put everything, in canvas pixels, each from the group it stands in. The layouter counts from the
 * frame around a node, which may be that of a branch.
 */
export function collectSpots(arranged: ElkNode): ReadonlyMap<LayoutKey, Spot> {
  const spots = new Map<LayoutKey, Spot>();
  collect(arranged, { x: 0, y: 0 }, spots);
  return spots;
}

function collect(node: ElkNode, origin: Spot, spots: Map<LayoutKey, Spot>): void {
  for (const child of withLanesInOrder(node.children ?? [])) {
    const spot = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
    if (child.id.startsWith(LANE_PREFIX)) {
      collect(child, spot, spots);
      continue;
    }
    spots.set(child.id as LayoutKey, spot);
    collect(child, { x: 0, y: 0 }, spots);
  }
}

/** The layouter puts branches below each other in any order; they are asked one after the other, from the top. */
function withLanesInOrder(children: readonly ElkNode[]): readonly ElkNode[] {
  if (!children.some(({ id }) => id.startsWith(LANE_PREFIX))) return children;
  const x = Math.min(...children.map((lane) => lane.x ?? 0));
  let y = Math.min(...children.map((lane) => lane.y ?? 0));
  return children.map((lane) => {
    const placed = { ...lane, x, y };
    y += (lane.height ?? 0) + LANE_GAP;
    return placed;
  });
}
