import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import type { Position } from '../../src/model/edits/place-node.ts';
import type { GroupId, LayoutKey, PipelineId } from '../../src/model/ids.ts';
import type { TabId } from '../state/documents-slice.ts';
import { NO_SELECTION, select, toggleSelected } from '../state/selection.ts';
import { getState } from '../state/store.ts';
import { cameraOf } from './acts/cameras.ts';
import { arrangementOf } from './geometry/arrange.ts';
import { bodyAt } from './geometry/body-at.ts';
import type { FlowNode } from './graph/flow-types.ts';

/**
 * Selecting frames. A box drawn inside a frame means what is in it, so React Flow does not select frames: a click on the
 * title or on the empty inside does, and a box that holds the whole frame.
 */
export function useFrameSelection(tabId: TabId, pipeline: PipelineId) {
  return useMemo(() => {
    let start: Position | undefined;
    return {
      onSelectionStart: (event: MouseEvent) => {
        start = pointOf(tabId, event);
      },
      onSelectionEnd: (event: MouseEvent) => {
        const end = pointOf(tabId, event);
        if (start !== undefined && end !== undefined) addFramesBetween(tabId, pipeline, start, end);
        start = undefined;
      },
    };
  }, [tabId, pipeline]);
}

/** Selects the frame whose title was clicked, or adds it to the selection. */
export function selectFrame(tabId: TabId, event: MouseEvent | KeyboardEvent, key: LayoutKey): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(tabId, key);
  else select(tabId, [key]);
}

/** The frame around an empty place of the canvas; none in the open. */
export function frameAt(tabId: TabId, pipeline: PipelineId, event: MouseEvent): GroupId | undefined {
  const document = getState().documents.tabs.get(tabId)?.document;
  const point = pointOf(tabId, event);
  if (document === undefined || point === undefined) return undefined;
  const owner = document.bodies.get(bodyAt(document, pipeline, point))?.owner;
  return owner?.kind === 'group' ? owner.group : undefined;
}

/** Enter or Space on a focused frame selects it, as it does a task. */
export function onFrameKey(tabId: TabId, event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (!(event.target instanceof HTMLElement) || !event.target.classList.contains('react-flow__node-group')) return;
  const key = event.target.dataset.id as LayoutKey | undefined;
  if (key === undefined) return;
  event.preventDefault();
  selectFrame(tabId, event, key);
}

/** True for the node of a group, folded or not. */
export function isFrame(node: FlowNode): boolean {
  return node.type === 'group';
}

function addFramesBetween(tabId: TabId, pipeline: PipelineId, one: Position, other: Position): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  if (document === undefined) return;
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  const { frames, hiddenIn } = arrangementOf(document, pipeline);
  const held = [...frames].flatMap(([id, { box }]) => {
    const isInside = box.x >= left && box.y >= top && box.x + box.width <= right && box.y + box.height <= bottom;
    return isInside && !hiddenIn.has(id) ? [id] : [];
  });
  if (held.length === 0) return;
  const { nodes, edges } = getState().view.byTab.get(tabId)?.selection ?? NO_SELECTION;
  select(tabId, [...nodes, ...held], edges);
}

function pointOf(tabId: TabId, event: MouseEvent): Position | undefined {
  return cameraOf(tabId)?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
}
