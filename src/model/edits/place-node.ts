import type { LayoutRecord, TaskRecord } from '../document.ts';
import type { Draft } from '../draft.ts';
import type { GroupRecord } from '../group.ts';
import type { BodyId, LayoutKey, NodeId } from '../ids.ts';

/** A place on the canvas, in canvas pixels. Rounded when stored. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Puts a task or group at the end of its parent body, or at an index. */
export function placeInBody(draft: Draft, node: TaskRecord | GroupRecord, index?: number): void {
  const body = draft.bodies.get(node.parent);
  if (body === undefined) throw new Error(`No body ${node.parent}`);
  const children = [...body.children];
  children.splice(index ?? children.length, 0, node.id);
  draft.bodies.set(body.id, { ...body, children });
}

/** Takes a node out of the body it stands in. */
export function takeFromBody(draft: Draft, node: NodeId, parent: BodyId): void {
  const body = draft.bodies.get(parent);
  if (body === undefined) return;
  draft.bodies.set(parent, { ...body, children: body.children.filter((child) => child !== node) });
}

/** Moves something on the canvas; its size and folding stay. */
export function placeOnCanvas(draft: Draft, key: LayoutKey, position: Position | undefined): void {
  if (position === undefined) return;
  const before = draft.layout.get(key);
  const x = wholePixels(position.x);
  const y = wholePixels(position.y);
  if (before?.x === x && before.y === y) return;
  const record: LayoutRecord = { ...before, x, y };
  draft.layout.set(key, record);
}

/** Rounds to a whole pixel; never minus zero. */
export function wholePixels(value: number): number {
  return Math.round(value) + 0;
}

/** A position moved by an offset, in whole pixels. */
export function shifted<Place extends Position>(place: Place, offset: Position | undefined): Place {
  if (offset === undefined) return place;
  return { ...place, x: wholePixels(place.x + offset.x), y: wholePixels(place.y + offset.y) };
}
