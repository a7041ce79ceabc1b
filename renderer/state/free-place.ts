import { interfaceOfRecord } from '../../src/analysis/task-interface.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Position } from '../../src/model/edits/place-node.ts';
import type { LayoutKey, NoteId, PipelineId, TaskId } from '../../src/model/ids.ts';
import { notesOfPipeline, pipelineRecord, tasksOfPipeline } from '../../src/model/lookups.ts';
import type { Box } from '../canvas/geometry/group-frame.ts';
import {
  measureNote,
  measureTask,
  measureTerminal,
  NODE_WIDTH,
  type NodeGeometry,
} from '../canvas/geometry/node-size.ts';

const GAP_ACROSS = 80;
const GAP_DOWN = 30;

/** What a new node must keep clear of, and what it should stand beside. */
export interface Surroundings {
  readonly boxes: readonly Box[];
  readonly beside: readonly Box[];
  /** The upper left corner of what is seen, where known. */
  readonly corner?: Position;
}

/** The boxes of everything that has a place in a pipeline, and of those that are selected. */
export function surroundingsOf(
  document: PipelineDocument,
  pipeline: PipelineId,
  selected: ReadonlySet<LayoutKey>,
): Surroundings {
  const boxes: Box[] = [];
  const beside: Box[] = [];
  const add = (key: LayoutKey, { width, height }: NodeGeometry): void => {
    const place = document.layout.get(key);
    if (place === undefined) return;
    const box = { x: place.x, y: place.y, width, height };
    boxes.push(box);
    if (selected.has(key)) beside.push(box);
  };
  for (const task of tasksOfPipeline(document, pipeline)) add(task.id, sizeOfTask(document, task.id));
  for (const note of notesOfPipeline(document, pipeline)) add(note.id, sizeOfNote(document, note.id));
  const { inputs, outputs } = pipelineRecord(document, pipeline);
  add(
    `inputs:${pipeline}`,
    measureTerminal(
      'out',
      inputs.map((input) => input.name),
    ),
  );
  add(
    `outputs:${pipeline}`,
    measureTerminal(
      'in',
      outputs.map((output) => output.name),
    ),
  );
  return { boxes, beside };
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

function sizeOfTask(document: PipelineDocument, id: TaskId): NodeGeometry {
  const task = document.tasks.get(id);
  if (task === undefined) return measureTask([], []);
  const { inputs, outputs } = interfaceOfRecord(document, task);
  return measureTask(
    inputs.map((port) => port.id),
    outputs.map((port) => port.id),
  );
}

function sizeOfNote(document: PipelineDocument, id: NoteId): NodeGeometry {
  return measureNote(document.layout.get(id));
}
