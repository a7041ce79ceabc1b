import { Position } from '@xyflow/react';
import { interfaceOfRecord } from '../../../src/analysis/task-interface.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../../src/model/document.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { bodiesOfGroup, isTask, nodesOfBody, nodesOfPipeline, notesOfPipeline } from '../../../src/model/lookups.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { type Box, frameAround } from '../geometry/group-frame.ts';
import { measureNote, measureTask, measureTerminal, type NodeGeometry } from '../geometry/node-size.ts';
import { provisionalPlace } from '../geometry/provisional-place.ts';
import type { FlowNode } from './flow-types.ts';

export interface NodesInput {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
  readonly pipeline: PipelineRecord;
  readonly selected: ReadonlySet<LayoutKey>;
  /** Positions of what is being dragged. */
  readonly dragged: ReadonlyMap<LayoutKey, { readonly x: number; readonly y: number }> | null;
}

interface PlacedNode {
  readonly key: LayoutKey;
  readonly type: NonNullable<FlowNode['type']>;
  readonly geometry: NodeGeometry;
}

const HANDLE_SIZE = 2;
const NO_HANDLES: NonNullable<FlowNode['handles']> = [];

/**
 * The nodes of a pipeline's canvas. A node that looks the same is the same object as in `previous`, so that nothing
 * is drawn again for it.
 */
export function buildNodes(input: NodesInput, previous: ReadonlyMap<string, FlowNode>): readonly FlowNode[] {
  const placed = placedNodes(input);
  const nodes: FlowNode[] = [];
  const boxes = new Map<LayoutKey, Box>();
  placed.forEach((node, index) => {
    const position = positionOf(input, node.key, index);
    boxes.set(node.key, { ...position, width: node.geometry.width, height: node.geometry.height });
    nodes.push(reuse(previous.get(node.key), createNode(input, node, position)));
  });
  const frames = groupNodes(input, boxes).map((frame) => reuse(previous.get(frame.id), frame));
  return [...frames, ...nodes];
}

/** The size and ports of a task as the canvas draws it. */
export function geometryOfTask(document: PipelineDocument, task: TaskRecord): NodeGeometry {
  const ports = interfaceOfRecord(document, task);
  return remember(ports, () =>
    measureTask(
      ports.inputs.map((port) => port.id),
      ports.outputs.map((port) => port.id),
    ),
  );
}

const geometries = new WeakMap<object, NodeGeometry>();

function remember(key: object, make: () => NodeGeometry): NodeGeometry {
  let found = geometries.get(key);
  if (found === undefined) {
    found = make();
    geometries.set(key, found);
  }
  return found;
}

function placedNodes({ document, pipeline }: NodesInput): readonly PlacedNode[] {
  const names = (ports: readonly { readonly name: string }[]): readonly string[] => ports.map((port) => port.name);
  const tasks = nodesOfPipeline(document, pipeline.id).filter(isTask);
  return [
    {
      key: `inputs:${pipeline.id}`,
      type: 'inputs',
      geometry: remember(pipeline.inputs, () => measureTerminal('out', names(pipeline.inputs))),
    },
    ...tasks.map((task): PlacedNode => ({ key: task.id, type: 'task', geometry: geometryOfTask(document, task) })),
    {
      key: `outputs:${pipeline.id}`,
      type: 'outputs',
      geometry: remember(pipeline.outputs, () => measureTerminal('in', names(pipeline.outputs))),
    },
    ...notesOfPipeline(document, pipeline.id).map(
      (note): PlacedNode => ({ key: note.id, type: 'note', geometry: measureNote(document.layout.get(note.id)) }),
    ),
  ];
}

function positionOf(input: NodesInput, key: LayoutKey, index: number): { readonly x: number; readonly y: number } {
  const dragged = input.dragged?.get(key);
  if (dragged !== undefined) return dragged;
  const layout = input.document.layout.get(key);
  if (layout !== undefined) return { x: layout.x, y: layout.y };
  if (key === `inputs:${input.pipeline.id}`) return { x: 0, y: 0 };
  return provisionalPlace(index - 1);
}

function createNode(
  input: NodesInput,
  node: PlacedNode,
  position: { readonly x: number; readonly y: number },
): FlowNode {
  const { width, height, ports } = node.geometry;
  return {
    id: node.key,
    type: node.type,
    position,
    width,
    height,
    measured: { width, height },
    selected: input.selected.has(node.key),
    handles: handlesOf(node.geometry, ports),
    data: dataOf(input, node.key),
    zIndex: node.type === 'note' ? -1 : 0,
  };
}

const handleLists = new WeakMap<NodeGeometry, FlowNode['handles']>();

function handlesOf(geometry: NodeGeometry, ports: NodeGeometry['ports']): NonNullable<FlowNode['handles']> {
  let handles = handleLists.get(geometry);
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
    handleLists.set(geometry, handles);
  }
  return handles ?? [];
}

function dataOf(input: NodesInput, key: LayoutKey): FlowNode['data'] {
  return { tabId: input.tabId, key, pipeline: input.pipeline.id };
}

/** Frames of groups, inner ones first measured, outer ones first drawn. */
function groupNodes(input: NodesInput, boxes: Map<LayoutKey, Box>): readonly FlowNode[] {
  const groups = nodesOfPipeline(input.document, input.pipeline.id).filter(
    (node): node is GroupRecord => !isTask(node),
  );
  for (const group of [...groups].reverse()) boxes.set(group.id, frameOf(input.document, group, boxes));
  return groups.map((group, depth) => {
    const box = boxes.get(group.id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const { width, height } = box;
    return {
      id: group.id,
      type: 'group',
      position: { x: box.x, y: box.y },
      width,
      height,
      measured: { width, height },
      selected: input.selected.has(group.id),
      draggable: false,
      handles: NO_HANDLES,
      data: dataOf(input, group.id),
      zIndex: depth - 1000,
    };
  });
}

function frameOf(document: PipelineDocument, group: GroupRecord, boxes: ReadonlyMap<LayoutKey, Box>): Box {
  const contents = bodiesOfGroup(group).flatMap((body) =>
    nodesOfBody(document, body).flatMap((node) => boxes.get(node.id) ?? []),
  );
  return frameAround(contents, document.layout.get(group.id));
}

function reuse(previous: FlowNode | undefined, next: FlowNode): FlowNode {
  if (previous === undefined) return next;
  const same =
    previous.position.x === next.position.x &&
    previous.position.y === next.position.y &&
    previous.width === next.width &&
    previous.height === next.height &&
    previous.selected === next.selected &&
    previous.handles === next.handles &&
    previous.type === next.type &&
    previous.zIndex === next.zIndex &&
    previous.data.pipeline === next.data.pipeline;
  return same ? previous : next;
}
