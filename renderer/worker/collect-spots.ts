import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutKey } from '../../src/model/ids.ts';
import type { Spot } from './place-among-others.ts';

/** Where the layouter put everything, in canvas pixels. It counts from the group around a node itself. */
export function collectSpots(arranged: ElkNode): ReadonlyMap<LayoutKey, Spot> {
  const spots = new Map<LayoutKey, Spot>();
  collect(arranged, { x: 0, y: 0 }, spots);
  return spots;
}

function collect(node: ElkNode, origin: Spot, spots: Map<LayoutKey, Spot>): void {
  for (const child of node.children ?? []) {
    const spot = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
    spots.set(child.id as LayoutKey, spot);
    collect(child, spot, spots);
  }
}
