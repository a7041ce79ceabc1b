import { combineEdits } from '../../../src/model/combine-edits.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Edit } from '../../../src/model/edit.ts';
import { moveNodes } from '../../../src/model/edits/move-nodes.ts';
import type { Position } from '../../../src/model/edits/place-node.ts';
import { moveToBody } from '../../../src/model/edits/reorder-node.ts';
import type { BodyId, GroupId, LayoutKey, NodeId, PipelineId } from '../../../src/model/ids.ts';
import { bodiesOfGroup, nodeRecord, nodesBelow, pipelineOfLayoutKey } from '../../../src/model/lookups.ts';
import { applyEdit } from '../../state/edits.ts';
import type { DragInProgress, DropPlace } from '../../state/session-slice.ts';
import { getState } from '../../state/store.ts';
import { refuseAt } from '../connect/gesture-store.ts';
import { arrangementOf } from '../geometry/arrange.ts';
import { bodyAt } from '../geometry/body-at.ts';
import { newProblem } from './new-problem.ts';
import { lastPointer } from './pointer.ts';

type Places = ReadonlyMap<LayoutKey, Position>;

/**
 * Where what is dragged would come to stand with the pointer at a point of the canvas; null while that is where it
 * stands. The same object comes back as long as the pointer stays in one frame.
 */
export function dropPlaceAt({ tabId, positions, over }: DragInProgress, point: Position): DropPlace | null {
  const document = getState().documents.tabs.get(tabId)?.document;
  const pipeline = document === undefined ? undefined : pipelineOf(document, positions);
  if (document === undefined || pipeline === undefined) return null;
  const nodes = topmost(document, positions);
  const body = bodyAt(document, pipeline, point, new Set(nodes));
  if (over?.body === body) return over;
  const leaves = nodes.filter((node) => nodeRecord(document, node)?.parent !== body);
  if (leaves.length === 0) return null;
  const problem = newProblem(document, moveToBody(document, leaves, body));
  return { body, problem: problem === undefined ? null : { code: problem.code, values: problem.values } };
}

/** Makes one edit of a drag: new places, and another body where the pointer was in another frame. */
export function makeMove(drag: DragInProgress): void {
  const document = getState().documents.tabs.get(drag.tabId)?.document;
  if (document === undefined) return;
  const { over, positions, tabId } = drag;
  if (over !== undefined && over.problem !== null) {
    const { x, y } = lastPointer(tabId);
    refuseAt(x, y, { ok: false, ...over.problem }, tabId);
    return;
  }
  applyEdit(tabId, planMove(document, positions, over?.body));
}

/** The edit of a drag to places on the canvas. What stands in a dragged group goes with it, and changes nothing itself. */
export function planMove(document: PipelineDocument, places: Places, body?: BodyId): Edit {
  const nodes = topmost(document, places);
  if (body === undefined) return moveNodes(document, storedPlaces(document, document, places));
  const leaves = nodes.filter((node) => nodeRecord(document, node)?.parent !== body);
  const moved = moveToBody(document, leaves, body);
  return combineEdits(document, moved.label, [
    () => moved,
    (next) => moveNodes(next, storedPlaces(document, next, places)),
  ]);
}

/**
 * Places on the canvas as they are stored: from the origin of the body that a node stands in. A group's place is that of
 * its contents' origin, which goes as far as its frame does.
 */
function storedPlaces(before: PipelineDocument, after: PipelineDocument, places: Places): Places {
  const pipeline = pipelineOf(before, places);
  const stored = new Map<LayoutKey, Position>();
  if (pipeline === undefined) return stored;
  const { boxes, origins } = arrangementOf(before, pipeline);
  const inside = insideOf(before, places);
  const shift = (body: BodyId): Position => shiftOf(after, body, places, boxes);
  for (const [key, place] of places) {
    const box = boxes.get(key);
    if (box === undefined || inside.has(key)) continue;
    const parent = nodeRecord(after, key as NodeId)?.parent;
    const origin = (parent === undefined ? undefined : origins.get(parent)) ?? { x: 0, y: 0 };
    const moved = parent === undefined ? { x: 0, y: 0 } : shift(parent);
    const own = originOf(before, key, origins) ?? { x: box.x, y: box.y };
    stored.set(key, {
      x: own.x + place.x - box.x - origin.x - moved.x,
      y: own.y + place.y - box.y - origin.y - moved.y,
    });
  }
  return stored;
}

/** How far the group around a body is moved in the same drag. */
function shiftOf(
  document: PipelineDocument,
  body: BodyId,
  places: Places,
  boxes: ReadonlyMap<LayoutKey, Position>,
): Position {
  const owner = document.bodies.get(body)?.owner;
  if (owner?.kind !== 'group') return { x: 0, y: 0 };
  const place = places.get(owner.group);
  const box = boxes.get(owner.group);
  if (place !== undefined && box !== undefined) return { x: place.x - box.x, y: place.y - box.y };
  const parent = document.groups.get(owner.group)?.parent;
  return parent === undefined ? { x: 0, y: 0 } : shiftOf(document, parent, places, boxes);
}

/** From where a group's contents count, which its stored place says. */
function originOf(
  document: PipelineDocument,
  key: LayoutKey,
  origins: ReadonlyMap<BodyId, Position>,
): Position | undefined {
  const group = document.groups.get(key as GroupId);
  const [body] = group === undefined ? [] : bodiesOfGroup(group);
  return body === undefined ? undefined : origins.get(body);
}

/** The dragged tasks and groups that stand in no other dragged group. */
function topmost(document: PipelineDocument, places: Places): readonly NodeId[] {
  const inside = insideOf(document, places);
  return [...places.keys()].filter(
    (key): key is NodeId => nodeRecord(document, key as NodeId) !== undefined && !inside.has(key),
  );
}

function insideOf(document: PipelineDocument, places: Places): ReadonlySet<LayoutKey> {
  const inside = new Set<LayoutKey>();
  for (const key of places.keys()) {
    const group = document.groups.get(key as GroupId);
    if (group === undefined) continue;
    for (const body of bodiesOfGroup(group)) for (const node of nodesBelow(document, body)) inside.add(node.id);
  }
  return inside;
}

function pipelineOf(document: PipelineDocument, places: Places): PipelineId | undefined {
  const [key] = places.keys();
  return key === undefined ? undefined : pipelineOfLayoutKey(document, key);
}
