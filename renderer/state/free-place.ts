import type { PipelineDocument } from '../../src/model/document.ts';
import type { Position } from '../../src/model/edits/place-node.ts';
import type { BodyId, LayoutKey, PipelineId } from '../../src/model/ids.ts';
import { nodesOfBody, notesOfPipeline, pipelineOfBody, pipelineRecord } from '../../src/model/lookups.ts';
import { arrangementOf } from '../canvas/geometry/arrange.ts';
import type { Box } from '../canvas/geometry/group-frame.ts';
import { NODE_WIDTH } from '../canvas/geometry/node-size.ts';

const GAP_ACROSS = 80;
const GAP_DOWN = 30;

/** What a new node must keep clear of, and what it should stand beside. */
export interface Surroundings {
  readonly boxes: readonly Box[];
  readonly beside: readonly Box[];
  /** The upper left corner of what is seen, where known. */
  readonly corner?: Position;
}

/** The boxes of everything that has a place in a body, and of those of them that are selected, in canvas pixels. */
export function surroundingsOf(
  document: PipelineDocument,
  body: BodyId,
  selected: ReadonlySet<LayoutKey>,
): Surroundings {
  const pipeline = pipelineOfBody(document, body);
  const placed = arrangementOf(document, pipeline).boxes;
  const boxes: Box[] = [];
  const beside: Box[] = [];
  for (const key of keysOfBody(document, body, pipeline)) {
    const box = document.layout.has(key) ? placed.get(key) : undefined;
    if (box === undefined) continue;
    boxes.push(box);
    if (selected.has(key)) beside.push(box);
  }
  return { boxes, beside };
}

/** In the open there are notes and terminal nodes too. */
function keysOfBody(document: PipelineDocument, body: BodyId, pipeline: PipelineId): readonly LayoutKey[] {
  const nodes = nodesOfBody(document, body).map((node) => node.id);
  if (body !== pipelineRecord(document, pipeline).body) return nodes;
  const notes = notesOfPipeline(document, pipeline).map((note) => note.id);
  return [...nodes, ...notes, `inputs:${pipeline}`, `outputs:${pipeline}`];
}

/** A place for a node of a height: right of what it should stand beside, else at the corner seen, else right of all. */
export function findFreePlace({ boxes, beside, corner }: Surroundings, height: number): Position {
  const start = beside.length > 0 ? rightOf(beside) : (corner ?? (boxes.length > 0 ? rightOf(boxes) : { x: 0, y: 0 }));
  let place = start;
  for (let blocker = blockerAt(boxes, place, height); blocker !== undefined; ) {
    place = { x: start.x, y: blocker.y + blocker.height + GAP_DOWN };
    blocker = blockerAt(boxes, place, height);
  }
  return place;
}

function rightOf(boxes: readonly Box[]): Position {
  const x = Math.max(...boxes.map((box) => box.x + box.width)) + GAP_ACROSS;
  return { x, y: Math.min(...boxes.map((box) => box.y)) };
}

function blockerAt(boxes: readonly Box[], { x, y }: Position, height: number): Box | undefined {
  return boxes.find(
    (box) =>
      box.x < x + NODE_WIDTH + GAP_DOWN &&
      x < box.x + box.width + GAP_DOWN &&
      box.y < y + height + GAP_DOWN / 2 &&
      y < box.y + box.height + GAP_DOWN / 2,
  );
}
