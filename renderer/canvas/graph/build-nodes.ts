import { Position } from '@xyflow/react';
import type { PipelineDocument, PipelineRecord } from '../../../src/model/document.ts';
import type { Position as Place } from '../../../src/model/edits/place-node.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { isTask, nodesOfPipeline, notesOfPipeline } from '../../../src/model/lookups.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { type Arrangement, arrangementOf, geometryOfTerminal } from '../geometry/arrange.ts';
import { type DragOffsets, dragOffsets } from '../geometry/drag-offsets.ts';
import type { Box, Frame } from '../geometry/group-frame.ts';
import { geometryOfTask } from '../geometry/measure-task.ts';
import type { PortPlace } from '../geometry/node-size.ts';
import { sameFrame } from '../geometry/same-frame.ts';
import type { FlowNode } from './flow-types.ts';

export interface NodesInput {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
  readonly pipeline: PipelineRecord;
  readonly selected: ReadonlySet<LayoutKey>;
  /** Positions of what is being dragged. */
  readonly dragged: ReadonlyMap<LayoutKey, Place> | null;
}

interface Shown {
  readonly key: LayoutKey;
  readonly type: NonNullable<FlowNode['type']>;
  readonly ports: readonly PortPlace[];
  readonly zIndex: number;
  readonly frame?: Frame;
}

const HANDLE_SIZE = 2;
const NO_PORTS: readonly PortPlace[] = [];
/** Frames lie below everything; inner ones above outer ones. */
const LOWEST = -1000;

/**
 * The nodes of a pipeline's canvas, frames first. A node that looks the same is the same object as in `previous`, so
 * that nothing is drawn again for it. What a collapsed group holds has none.
 */
export function buildNodes(input: NodesInput, previous: ReadonlyMap<string, FlowNode>): readonly FlowNode[] {
  const { document, pipeline } = input;
  const arrangement = arrangementOf(document, pipeline.id);
  const offsets = dragOffsets(document, arrangement, input.dragged);
  return shownNodes(document, pipeline, arrangement).flatMap((shown) => {
    const box = arrangement.boxes.get(shown.key);
    if (box === undefined) return [];
    return [reuse(previous.get(shown.key), createNode(input, shown, box, offsets))];
  });
}

function shownNodes(document: PipelineDocument, pipeline: PipelineRecord, arrangement: Arrangement): readonly Shown[] {
  const frames: Shown[] = [];
  const tasks: Shown[] = [];
  const levels = new Map<string, number>();
  for (const node of nodesOfPipeline(document, pipeline.id)) {
    if (arrangement.hiddenIn.has(node.id)) continue;
    if (isTask(node)) {
      tasks.push({ key: node.id, type: 'task', ports: geometryOfTask(document, node).ports, zIndex: 0 });
      continue;
    }
    const frame = arrangement.frames.get(node.id);
    if (frame === undefined) continue;
    const level = levelOf(document, node, levels);
    frames.push({
      key: node.id,
      type: 'group',
      ports: frame.ports,
      frame,
      zIndex: frame.isCollapsed ? 0 : LOWEST + level,
    });
  }
  const { id, inputs, outputs } = pipeline;
  return [
    ...frames,
    { key: `inputs:${id}`, type: 'inputs', ports: geometryOfTerminal(inputs, 'out').ports, zIndex: 0 },
    ...tasks,
    { key: `outputs:${id}`, type: 'outputs', ports: geometryOfTerminal(outputs, 'in').ports, zIndex: 0 },
    ...notesOfPipeline(document, id).map(
      (note): Shown => ({ key: note.id, type: 'note', ports: NO_PORTS, zIndex: -1 }),
    ),
  ];
}

/** How deep a group stands; parents come before their contents. */
function levelOf(document: PipelineDocument, group: GroupRecord, levels: Map<string, number>): number {
  const owner = document.bodies.get(group.parent)?.owner;
  const level = owner?.kind === 'group' ? (levels.get(owner.group) ?? 0) + 1 : 0;
  levels.set(group.id, level);
  return level;
}

function createNode(input: NodesInput, shown: Shown, box: Box, offsets: DragOffsets): FlowNode {
  const { width, height } = box;
  const { key, type, ports, zIndex, frame } = shown;
  const offset = offsets.get(key);
  const position = offset === undefined ? { x: box.x, y: box.y } : { x: box.x + offset.x, y: box.y + offset.y };
  return {
    id: key,
    type,
    position,
    width,
    height,
    measured: { width, height },
    selected: input.selected.has(key),
    handles: handlesOf(ports),
    data: { tabId: input.tabId, key, pipeline: input.pipeline.id, ...(frame === undefined ? {} : { frame }) },
    zIndex,
    ...(frame === undefined ? {} : frame.isCollapsed ? FOLDED_MANNERS : FRAME_MANNERS),
  };
}

/** A box that is drawn selects what is in a frame, and not the frame. */
const FOLDED_MANNERS = { selectable: false } as const;
/** The inside of a frame belongs to what stands in it; only its title and border take the pointer. */
const FRAME_MANNERS = {
  selectable: false,
  dragHandle: '[data-frame-title]',
  style: { pointerEvents: 'none' },
} as const;

const handleLists = new WeakMap<readonly PortPlace[], NonNullable<FlowNode['handles']>>();

function handlesOf(ports: readonly PortPlace[]): NonNullable<FlowNode['handles']> {
  let handles = handleLists.get(ports);
  if (handles === undefined) {
    handles = ports.map(({ handle, side, x, y }) => ({
      id: handle,
      type: side === 'in' ? ('target' as const) : ('source' as const),
      position: side === 'in' ? Position.Left : Position.Right,
      x: x - HANDLE_SIZE / 2,
      y: y - HANDLE_SIZE / 2,
      width: HANDLE_SIZE,
      height: HANDLE_SIZE,
    }));
    handleLists.set(ports, handles);
  }
  return handles;
}

function reuse(previous: FlowNode | undefined, next: FlowNode): FlowNode {
  if (previous === undefined) return next;
  const framed = sameFrame(previous.data.frame, next.data.frame);
  const same =
    framed &&
    previous.position.x === next.position.x &&
    previous.position.y === next.position.y &&
    previous.width === next.width &&
    previous.height === next.height &&
    previous.selected === next.selected &&
    (previous.handles === next.handles || next.data.frame !== undefined) &&
    previous.type === next.type &&
    previous.zIndex === next.zIndex &&
    previous.data.pipeline === next.data.pipeline;
  if (same) return previous;
  // A frame that only moves keeps its record, so that what is in it is not drawn again.
  return framed && previous.data.frame !== undefined
    ? { ...next, handles: previous.handles ?? [], data: previous.data }
    : next;
}
