import type { Position } from '../../../src/model/edits/place-node.ts';
import type { BodyId } from '../../../src/model/ids.ts';
import { type Box, boxAround, LANE_ROOM, type Lane, LEAST_LANE } from './group-frame.ts';

const GAP = 14;

/**
 * The frames of a group's branches: each around what it holds, all of one width. A branch that holds nothing stands
 * below the one before it where there is room, else below all.
 */
export function arrangeLanes(
  bodies: readonly BodyId[],
  contents: readonly (readonly Box[])[],
  corner: Position,
): readonly Lane[] {
  const filled = contents.map((boxes) => boxAround(boxes, LANE_ROOM));
  const around = boxAround(
    filled.filter((box) => box !== undefined),
    { top: 0, right: 0, bottom: 0, left: 0 },
  );
  const left = around?.x ?? corner.x;
  const width = Math.max(around?.width ?? 0, LEAST_LANE.width);
  const taken = filled.filter((box) => box !== undefined).map((box) => ({ top: box.y, bottom: box.y + box.height }));
  let above = corner.y - GAP;
  return bodies.map((body, index): Lane => {
    const own = filled[index];
    const height = Math.max(own?.height ?? 0, LEAST_LANE.height);
    const y = own?.y ?? freeBelow(taken, above + GAP, height);
    if (own === undefined) taken.push({ top: y, bottom: y + height });
    above = y + height;
    return { body, x: left, y, width, height };
  });
}

function freeBelow(
  taken: readonly { readonly top: number; readonly bottom: number }[],
  y: number,
  height: number,
): number {
  const isFree = taken.every(({ top, bottom }) => top >= y + height || bottom <= y);
  return isFree ? y : Math.max(...taken.map(({ bottom }) => bottom)) + GAP;
}
