import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Position } from '../../../src/model/edits/place-node.ts';
import type { GroupId, LayoutKey } from '../../../src/model/ids.ts';
import { bodiesOfGroup, nodesBelow } from '../../../src/model/lookups.ts';
import type { Arrangement } from './arrange.ts';

/** How far nodes are from their place while something is dragged. */
export type DragOffsets = ReadonlyMap<LayoutKey, Position>;

const NONE: DragOffsets = new Map();

/** What a drag moves, with all that the dragged groups hold. `dragged` holds places on the canvas. */
export function dragOffsets(
  document: PipelineDocument,
  arrangement: Arrangement,
  dragged: ReadonlyMap<LayoutKey, Position> | null,
): DragOffsets {
  if (dragged === null) return NONE;
  const offsets = new Map<LayoutKey, Position>();
  for (const [key, place] of dragged) {
    const box = arrangement.boxes.get(key);
    if (box === undefined) continue;
    const offset = { x: place.x - box.x, y: place.y - box.y };
    offsets.set(key, offset);
    const group = document.groups.get(key as GroupId);
    if (group === undefined) continue;
    for (const body of bodiesOfGroup(group)) {
      for (const node of nodesBelow(document, body)) if (!dragged.has(node.id)) offsets.set(node.id, offset);
    }
  }
  return offsets;
}
