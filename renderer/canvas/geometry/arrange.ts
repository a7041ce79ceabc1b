import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Position } from '../../../src/model/edits/place-node.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, GroupId, LayoutKey, NodeId, PipelineId } from '../../../src/model/ids.ts';
import { bodiesOfGroup, isTask, nodesOfBody, notesOfPipeline, pipelineRecord } from '../../../src/model/lookups.ts';
import { arrangeLanes } from './arrange-lanes.ts';
import {
  atLeast,
  type Box,
  boxAround,
  collapsedSize,
  type Frame,
  leastSize,
  paddingOf,
  portsOfCollapsed,
  portsOfFrame,
} from './group-frame.ts';
import { specOfGroup } from './group-spec.ts';
import { geometryOfTask, rememberGeometry } from './measure-task.ts';
import { measureNote, measureTerminal, type NodeGeometry } from './node-size.ts';
import { provisionalPlace } from './provisional-place.ts';

/** Where everything of a pipeline stands on its canvas, in canvas pixels. */
export interface Arrangement {
  /** Tasks, notes, terminal nodes and the frames of groups, also those that a collapsed group hides. */
  readonly boxes: ReadonlyMap<LayoutKey, Box>;
  readonly frames: ReadonlyMap<GroupId, Frame>;
  /** From where the stored places of a body's nodes count. */
  readonly origins: ReadonlyMap<BodyId, Position>;
  /** The outermost collapsed group around a node that is not shown. */
  readonly hiddenIn: ReadonlyMap<NodeId, GroupId>;
}

const TERMINAL_GAP = 80;

const arrangements = new WeakMap<PipelineDocument, Map<PipelineId, Arrangement>>();

/** The arrangement of a pipeline: O(nodes), computed once per version of the document. */
export function arrangementOf(document: PipelineDocument, pipeline: PipelineId): Arrangement {
  let byPipeline = arrangements.get(document);
  if (byPipeline === undefined) {
    byPipeline = new Map();
    arrangements.set(document, byPipeline);
  }
  let found = byPipeline.get(pipeline);
  if (found === undefined) {
    found = arrange(document, pipeline);
    byPipeline.set(pipeline, found);
  }
  return found;
}

interface Walk {
  readonly document: PipelineDocument;
  readonly boxes: Map<LayoutKey, Box>;
  readonly frames: Map<GroupId, Frame>;
  readonly origins: Map<BodyId, Position>;
  readonly hiddenIn: Map<NodeId, GroupId>;
}

function arrange(document: PipelineDocument, id: PipelineId): Arrangement {
  const walk: Walk = { document, boxes: new Map(), frames: new Map(), origins: new Map(), hiddenIn: new Map() };
  const pipeline = pipelineRecord(document, id);
  const top = arrangeBody(walk, pipeline.body, { x: 0, y: 0 }, undefined);
  const place = (key: LayoutKey, { width, height }: NodeGeometry, fallback: Position): void => {
    const { x, y } = document.layout.get(key) ?? fallback;
    walk.boxes.set(key, { x, y, width, height });
  };
  const inputs = geometryOfTerminal(pipeline.inputs, 'out');
  const outputs = geometryOfTerminal(pipeline.outputs, 'in');
  const frames = [...walk.frames.values()].map(({ box }) => box);
  place(`inputs:${id}`, inputs, besideFrames({ x: 0, y: 0, ...sizeOf(inputs) }, frames, 'left'));
  place(
    `outputs:${id}`,
    outputs,
    besideFrames({ ...provisionalPlace(top.length), ...sizeOf(outputs) }, frames, 'right'),
  );
  notesOfPipeline(document, id).forEach((note, index) => {
    place(note.id, measureNote(document.layout.get(note.id)), provisionalPlace(top.length + 1 + index));
  });
  return walk;
}

/** A terminal node without a place of its own is not left in the middle of a frame. */
function besideFrames(box: Box, frames: readonly Box[], side: 'left' | 'right'): Position {
  if (!frames.some((frame) => overlaps(frame, box))) return box;
  const around = boxAround(frames, { top: 0, right: TERMINAL_GAP, bottom: 0, left: TERMINAL_GAP }) ?? box;
  return { x: side === 'left' ? around.x - box.width : around.x + around.width, y: around.y };
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The size and ports of a terminal node. */
export function geometryOfTerminal(ports: readonly { readonly name: string }[], side: 'in' | 'out'): NodeGeometry {
  return rememberGeometry(ports, () =>
    measureTerminal(
      side,
      ports.map((port) => port.name),
    ),
  );
}

function arrangeBody(walk: Walk, body: BodyId, origin: Position, hiddenIn: GroupId | undefined): readonly Box[] {
  walk.origins.set(body, origin);
  return nodesOfBody(walk.document, body).map((node, index) => {
    const stored = walk.document.layout.get(node.id) ?? provisionalPlace(index);
    const place = { x: origin.x + stored.x, y: origin.y + stored.y };
    const box = isTask(node)
      ? { ...place, ...sizeOf(geometryOfTask(walk.document, node)) }
      : arrangeGroup(walk, node, place, hiddenIn);
    walk.boxes.set(node.id, box);
    if (hiddenIn !== undefined) walk.hiddenIn.set(node.id, hiddenIn);
    return box;
  });
}

function sizeOf({ width, height }: NodeGeometry): { readonly width: number; readonly height: number } {
  return { width, height };
}

function arrangeGroup(walk: Walk, group: GroupRecord, place: Position, hiddenIn: GroupId | undefined): Box {
  const { document } = walk;
  const layout = document.layout.get(group.id);
  const isCollapsed = layout?.collapsed === true;
  const inner = hiddenIn ?? (isCollapsed ? group.id : undefined);
  const bodies = bodiesOfGroup(group);
  const contents = bodies.map((body) => arrangeBody(walk, body, place, inner));
  const spec = specOfGroup(document, group);
  if (isCollapsed) {
    const box = { ...place, ...collapsedSize(spec) };
    walk.frames.set(group.id, { box, lanes: [], ports: portsOfCollapsed(spec), isCollapsed });
    return box;
  }
  const room = paddingOf(spec);
  const lanes = spec.hasLanes ? arrangeLanes(bodies, contents, { x: place.x + room.left, y: place.y + room.top }) : [];
  const inside = spec.hasLanes ? lanes : contents.flat();
  const least = leastSize(spec);
  const fitted = atLeast(boxAround(inside, room) ?? { ...place, ...least }, least);
  const box = wanted(fitted, place, layout);
  const relative = lanes.map((lane) => ({ ...lane, x: lane.x - box.x, y: lane.y - box.y }));
  walk.frames.set(group.id, { box, lanes: relative, ports: portsOfFrame(spec, box, relative), isCollapsed });
  return box;
}

/** A size the author gave holds as long as the contents leave it. */
function wanted(
  box: Box,
  place: Position,
  layout: { readonly width?: number; readonly height?: number } | undefined,
): Box {
  if (layout?.width === undefined && layout?.height === undefined) return box;
  const own = { ...place, width: layout.width ?? 0, height: layout.height ?? 0 };
  return boxAround([box, own], { top: 0, right: 0, bottom: 0, left: 0 }) ?? box;
}
