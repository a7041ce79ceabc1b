import type { Frame, Lane } from './group-frame.ts';
import type { PortPlace } from './node-size.ts';

/** Whether two frames are drawn alike wherever they stand. */
export function sameFrame(left: Frame | undefined, right: Frame | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return (
    left.isCollapsed === right.isCollapsed &&
    left.box.width === right.box.width &&
    left.box.height === right.box.height &&
    sameList(left.lanes, right.lanes, sameLane) &&
    sameList(left.ports, right.ports, samePort)
  );
}

function sameList<Item>(
  left: readonly Item[],
  right: readonly Item[],
  same: (left: Item, right: Item) => boolean,
): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => {
      const other = right[index];
      return other !== undefined && same(item, other);
    })
  );
}

function sameLane(left: Lane, right: Lane): boolean {
  return (
    left.body === right.body &&
    left.x === right.x &&
    left.y === right.y &&
    left.width === right.width &&
    left.height === right.height
  );
}

function samePort(left: PortPlace, right: PortPlace): boolean {
  return left.handle === right.handle && left.x === right.x && left.y === right.y;
}
