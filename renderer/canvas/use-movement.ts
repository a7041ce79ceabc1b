import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import { moveNodes } from '../../src/model/edits/move-nodes.ts';
import type { LayoutKey } from '../../src/model/ids.ts';
import type { TabId } from '../state/documents-slice.ts';
import { editDocument, endGesture } from '../state/edits.ts';
import { endDrag, setDrag } from '../state/gestures.ts';
import { NO_SELECTION, select } from '../state/selection.ts';
import { getState } from '../state/store.ts';
import type { FlowEdge, FlowNode } from './graph/flow-types.ts';

/** React Flow's callbacks for selecting and moving. Positions live in the session until the drop, which is one edit. */
export function useMovement(tabId: TabId) {
  return useMemo(
    () => ({
      onNodesChange: (changes: NodeChange<FlowNode>[]) => {
        applySelection(tabId, changes, []);
        applyPositions(tabId, changes);
      },
      onEdgesChange: (changes: EdgeChange<FlowEdge>[]) => applySelection(tabId, [], changes),
      onNodeDragStop: () => drop(tabId),
      onSelectionDragStop: () => drop(tabId),
    }),
    [tabId],
  );
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
  const { positions } = drag;
  editDocument(tabId, (document) => moveNodes(document, positions));
  endGesture(tabId);
  endDrag();
}

function canEdit(tabId: TabId): boolean {
  return getState().documents.tabs.get(tabId)?.readOnly === null;
}
