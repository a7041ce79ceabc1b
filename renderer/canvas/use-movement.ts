import type { EdgeChange, NodeChange } from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useMemo } from 'react';
import type { LayoutKey } from '../../src/model/ids.ts';
import type { TabId } from '../state/documents-slice.ts';
import { endGesture } from '../state/edits.ts';
import { endDrag, setDrag, setDropPlace } from '../state/gestures.ts';
import { NO_SELECTION, select } from '../state/selection.ts';
import { getState } from '../state/store.ts';
import { cameraOf } from './acts/cameras.ts';
import { dropPlaceAt, makeMove } from './acts/drop-nodes.ts';
import type { FlowEdge, FlowNode } from './graph/flow-types.ts';

type DragEventLike = ReactMouseEvent | MouseEvent | TouchEvent;

/**
 * React Flow's callbacks for selecting and moving. Positions live in the session until the drop, which is one edit. Frames
 * are no part of a box that is drawn: see `use-frame-selection.ts`.
 */
export function useMovement(tabId: TabId) {
  return useMemo(
    () => ({
      onNodesChange: (changes: NodeChange<FlowNode>[]) => {
        applySelection(tabId, changes, []);
        applyPositions(tabId, changes);
      },
      onEdgesChange: (changes: EdgeChange<FlowEdge>[]) => applySelection(tabId, [], changes),
      onNodeDrag: (event: DragEventLike) => dragOver(tabId, event),
      onSelectionDrag: (event: DragEventLike) => dragOver(tabId, event),
      onNodeDragStop: () => drop(tabId),
      onSelectionDragStop: () => drop(tabId),
    }),
    [tabId],
  );
}

/** Says where what is dragged would come to stand: in the frame under the pointer. */
function dragOver(tabId: TabId, event: DragEventLike): void {
  const pointer = 'changedTouches' in event ? event.changedTouches[0] : event;
  const point =
    pointer === undefined
      ? undefined
      : cameraOf(tabId)?.screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY });
  const { drag } = getState().session;
  if (point === undefined || drag === null || drag.tabId !== tabId) return;
  setDropPlace(dropPlaceAt(drag, point));
}

function applySelection(
  tabId: TabId,
  nodes: readonly NodeChange<FlowNode>[],
  edges: readonly EdgeChange<FlowEdge>[],
): void {
  const selection = getState().view.byTab.get(tabId)?.selection ?? NO_SELECTION;
  const nextNodes = changed(selection.nodes as ReadonlySet<string>, nodes);
  const nextEdges = changed(selection.edges, edges);
  if (nextNodes === selection.nodes && nextEdges === selection.edges) return;
  select(tabId, nextNodes as ReadonlySet<LayoutKey>, nextEdges);
}

function changed(
  current: ReadonlySet<string>,
  changes: readonly { readonly type: string; readonly id?: string; readonly selected?: boolean }[],
): ReadonlySet<string> {
  const selects = changes.filter((change) => change.type === 'select');
  if (selects.length === 0) return current;
  const next = new Set(current);
  for (const { id, selected } of selects) {
    if (id === undefined) continue;
    if (selected === true) next.add(id);
    else next.delete(id);
  }
  return next;
}

function applyPositions(tabId: TabId, changes: readonly NodeChange<FlowNode>[]): void {
  const moved = changes.filter((change) => change.type === 'position' && change.position !== undefined);
  if (moved.length === 0 || !canEdit(tabId)) return;
  const positions = new Map(getState().session.drag?.positions ?? []);
  for (const change of moved) {
    if (change.type === 'position' && change.position !== undefined)
      positions.set(change.id as LayoutKey, change.position);
  }
  setDrag(tabId, positions);
  const isDragging = moved.some((change) => change.type === 'position' && change.dragging === true);
  if (!isDragging) drop(tabId);
}

function drop(tabId: TabId): void {
  const { drag } = getState().session;
  if (drag === null || drag.tabId !== tabId) return;
  endDrag();
  makeMove(drag);
  endGesture(tabId);
}

function canEdit(tabId: TabId): boolean {
  return getState().documents.tabs.get(tabId)?.readOnly === null;
}
