import type { Connection, FinalConnectionState, HandleType } from '@xyflow/react';
import { useMemo } from 'react';
import { combineEdits } from '../../../src/model/combine-edits.ts';
import type { LayoutKey, PipelineId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { applyEdit } from '../../state/edits.ts';
import { getState } from '../../state/store.ts';
import { planRemoveWire } from '../acts/remove-selected.ts';
import { parseEdgeId } from '../graph/edge-id.ts';
import type { FlowEdge } from '../graph/flow-types.ts';
import { openQuickAdd } from '../quick-add/quick-add-store.ts';
import { type CanvasPort, isSource, portOfHandle } from './canvas-port.ts';
import { connectPorts, planWire } from './connect-ports.ts';
import { beginWire, endWire, gestureStore, refuseAt } from './gesture-store.ts';
import { createJudge } from './judge.ts';

interface StartParams {
  readonly nodeId: string | null;
  readonly handleId: string | null;
}

/** React Flow's callbacks for drawing, dropping and moving wires on one canvas. */
export function useWiring(tabId: TabId, pipeline: PipelineId) {
  return useMemo(() => createWiring(tabId, pipeline), [tabId, pipeline]);
}

function createWiring(tabId: TabId, pipeline: PipelineId) {
  let moved: FlowEdge | null = null;

  const start = ({ nodeId, handleId }: StartParams): void => {
    const document = getState().documents.tabs.get(tabId)?.document;
    if (nodeId === null || handleId === null || document === undefined) return;
    const from = portOfHandle(nodeId as LayoutKey, handleId);
    beginWire(from, createJudge(document, pipeline, from), document);
  };

  const end = (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
    const { from, judge } = gestureStore.getState();
    endWire();
    if (from === null || judge === null || moved !== null) return;
    const point = pointOf(event);
    const over = portUnder(state);
    if (over !== undefined) {
      const verdict = judge(over);
      if (!verdict.ok) refuseAt(point.x, point.y, verdict, tabId);
    } else if (state.toNode === null) {
      openQuickAdd({ tabId, pipeline, point, wire: from });
    }
  };

  return {
    onConnectStart: (_event: MouseEvent | TouchEvent, params: StartParams) => start(params),
    onClickConnectStart: (_event: MouseEvent | TouchEvent, params: StartParams) => start(params),
    onConnectEnd: end,
    onClickConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => end(event, state),
    onConnect: (connection: Connection) => {
      const ports = portsOf(connection);
      if (ports !== undefined) connectPorts(tabId, pipeline, ...ports);
    },
    isValidConnection: (connection: Connection | FlowEdge) => {
      const { from, judge } = gestureStore.getState();
      const ports = portsOf(connection);
      if (from === null || judge === null || ports === undefined) return false;
      return judge(isSource(from) ? ports[1] : ports[0]).ok;
    },
    onReconnectStart: (_event: unknown, edge: FlowEdge, kept: HandleType) => {
      moved = edge;
      const document = withoutWire(tabId, edge)?.document;
      if (document === undefined) return;
      const from = keptPort(edge, kept);
      beginWire(from, createJudge(document, pipeline, from), document);
    },
    onReconnect: (edge: FlowEdge, connection: Connection) => reconnect(tabId, pipeline, edge, connection),
    onReconnectEnd: (
      event: MouseEvent | TouchEvent,
      _edge: FlowEdge,
      _type: HandleType,
      state: FinalConnectionState,
    ) => {
      const { judge } = gestureStore.getState();
      const over = portUnder(state);
      const verdict = over === undefined ? undefined : judge?.(over);
      const point = pointOf(event);
      if (verdict?.ok === false) refuseAt(point.x, point.y, verdict, tabId);
      moved = null;
      endWire();
    },
  };
}

/** The end that stays. React Flow names the handle type of the end that stays. */
function keptPort(edge: FlowEdge, kept: HandleType): CanvasPort {
  return kept === 'source'
    ? portOfHandle(edge.source as LayoutKey, edge.sourceHandle ?? '')
    : portOfHandle(edge.target as LayoutKey, edge.targetHandle ?? '');
}

function withoutWire(tabId: TabId, edge: FlowEdge) {
  const document = getState().documents.tabs.get(tabId)?.document;
  const key = parseEdgeId(edge.id);
  return document === undefined || key === undefined ? undefined : planRemoveWire(document, key);
}

/** One step of history: the old wire goes, the new one comes. */
function reconnect(tabId: TabId, pipeline: PipelineId, edge: FlowEdge, connection: Connection): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  const removed = withoutWire(tabId, edge);
  const ports = portsOf(connection);
  if (document === undefined || removed === undefined || ports === undefined) return;
  const wired = planWire(removed.document, pipeline, ...ports);
  if (wired !== undefined) applyEdit(tabId, combineEdits(document, wired.label, [() => removed, () => wired]));
}

function portsOf(connection: Connection | FlowEdge): readonly [CanvasPort, CanvasPort] | undefined {
  const { source, sourceHandle, target, targetHandle } = connection;
  if (sourceHandle == null || targetHandle == null) return undefined;
  return [portOfHandle(source as LayoutKey, sourceHandle), portOfHandle(target as LayoutKey, targetHandle)];
}

function portUnder(state: FinalConnectionState): CanvasPort | undefined {
  if (state.toNode === null || state.toHandle?.id == null) return undefined;
  return portOfHandle(state.toNode.id as LayoutKey, state.toHandle.id);
}

function pointOf(event: MouseEvent | TouchEvent): { readonly x: number; readonly y: number } {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
