import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode } from '@xyflow/react';
import { type CSSProperties, type DragEvent, type MouseEvent, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutKey, PipelineId, TaskId } from '../../src/model/ids.ts';
import { openContextMenu } from '../commands/context-menu.ts';
import { addComponent } from '../state/add-component.ts';
import type { TabId } from '../state/documents-slice.ts';
import { useCanEdit } from '../state/hooks.ts';
import { setViewport } from '../state/looking.ts';
import { NO_SELECTION, select } from '../state/selection.ts';
import { getState, useApp } from '../state/store.ts';
import { enterTask } from '../state/sub-pipelines.ts';
import { cameraOf } from './acts/cameras.ts';
import { parentAt } from './acts/parent-at.ts';
import { rememberPointer } from './acts/pointer.ts';
import { usePasteEvents } from './acts/use-paste-events.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { ConnectionLine } from './connect/ConnectionLine.tsx';
import { Refusal } from './connect/Refusal.tsx';
import { useWiring } from './connect/use-wiring.ts';
import { DropHint } from './DropHint.tsx';
import { useDetailLevel } from './detail-level.ts';
import { isComponentDrag, readComponentDrag } from './drag-component.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { WireEdge } from './edges/WireEdge.tsx';
import classes from './FlowSurface.module.css';
import { GRID } from './geometry/node-size.ts';
import type { FlowEdge, FlowNode } from './graph/flow-types.ts';
import { GroupNode } from './nodes/GroupNode.tsx';
import { NoteNode } from './nodes/NoteNode.tsx';
import { TaskNode } from './nodes/TaskNode.tsx';
import { InputsNode, OutputsNode } from './nodes/TerminalNode.tsx';
import { QuickAdd } from './quick-add/QuickAdd.tsx';
import { openQuickAdd } from './quick-add/quick-add-store.ts';
import { LEAST_ZOOM, useCamera } from './use-camera.ts';
import { useFlowGraph } from './use-flow-graph.ts';
import { frameAt, isFrame, onFrameKey, selectFrame, useFrameSelection } from './use-frame-selection.ts';
import { useMovement } from './use-movement.ts';

const NODE_TYPES = { task: TaskNode, inputs: InputsNode, outputs: OutputsNode, note: NoteNode, group: GroupNode };
const EDGE_TYPES = { wire: WireEdge };
const SNAP: [number, number] = [GRID, GRID];
const PAN_BUTTONS = [1, 2];
const MULTI_SELECT_KEYS = ['Meta', 'Control', 'Shift'];
const PRO_OPTIONS = { hideAttribution: false };
const MINIMAP_SIZE: CSSProperties = { width: 160, height: 100 };
const FILL: CSSProperties = { position: 'absolute', inset: 0 };

interface SurfaceProps {
  readonly tabId: TabId;
  readonly pipeline: PipelineId;
}

/** Frames let what is in them through. */
function minimapColour(node: FlowNode): string {
  const isOpenFrame = node.data.frame?.isCollapsed === false;
  return isOpenFrame ? 'color-mix(in srgb, var(--border-strong) 30%, transparent)' : 'var(--border-strong)';
}

/** React Flow with our nodes, wires and gestures on it. */
export function FlowSurface({ tabId, pipeline }: SurfaceProps) {
  const { t } = useTranslation();
  const { nodes, edges } = useFlowGraph(tabId, pipeline);
  const canEdit = useCanEdit(tabId);
  const settings = useApp((state) => state.live.settings);
  const movement = useMovement(tabId);
  const wiring = useWiring(tabId, pipeline);
  const gestures = useSurfaceGestures(tabId, pipeline, canEdit);
  const viewport = useRef(getState().view.byTab.get(tabId)?.viewport ?? null).current;
  const detail = useDetailLevel();
  const onMoveStart = useCamera(tabId, viewport === null);
  const framing = useFrameSelection(tabId, pipeline);
  usePasteEvents(tabId);
  return (
    <section
      className={classes.surface}
      style={FILL}
      data-testid="canvas"
      data-detail={detail}
      data-tab={tabId}
      data-key-scope="canvas"
      tabIndex={-1}
      aria-label={t('canvas.name', { title: '' })}
      onPointerMove={rememberPointer}
      onDoubleClick={gestures.onDoubleClick}
      onDragOver={gestures.onDragOver}
      onDrop={gestures.onDrop}
      onKeyDown={(event) => onFrameKey(tabId, event)}
    >
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        {...movement}
        {...wiring}
        {...gestures.flow}
        {...framing}
        onMoveStart={onMoveStart}
        connectionLineComponent={ConnectionLine}
        connectionRadius={18}
        reconnectRadius={16}
        nodesDraggable={canEdit}
        nodesConnectable={canEdit}
        edgesReconnectable={canEdit}
        connectOnClick={canEdit}
        snapToGrid={settings.snapToGrid}
        snapGrid={SNAP}
        onlyRenderVisibleElements
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        panOnDrag={PAN_BUTTONS}
        panOnScroll
        zoomOnDoubleClick={false}
        multiSelectionKeyCode={MULTI_SELECT_KEYS}
        deleteKeyCode={null}
        minZoom={LEAST_ZOOM}
        maxZoom={2}
        {...(viewport === null ? {} : { defaultViewport: viewport })}
        proOptions={PRO_OPTIONS}
        elevateNodesOnSelect={false}
      >
        <Background variant={BackgroundVariant.Dots} gap={GRID * 2} size={1.4} color="var(--canvas-dot)" />
        {settings.showMinimap && nodes.length > 2 && <CanvasMinimap />}
      </ReactFlow>
      <Breadcrumb tabId={tabId} />
      {nodes.length <= 2 && <EmptyCanvas canEdit={canEdit} />}
      <DropHint tabId={tabId} />
      <Refusal tabId={tabId} />
      <QuickAdd tabId={tabId} />
    </section>
  );
}

function CanvasMinimap() {
  const { t } = useTranslation();
  return (
    <MiniMap<FlowNode>
      pannable
      zoomable
      className={classes.minimap ?? ''}
      style={MINIMAP_SIZE}
      ariaLabel={t('canvas.minimap')}
      nodeColor={minimapColour}
      nodeStrokeWidth={0}
      maskColor="color-mix(in srgb, var(--surface-sunken) 70%, transparent)"
      bgColor="var(--surface-panel)"
    />
  );
}

function useSurfaceGestures(tabId: TabId, pipeline: PipelineId, canEdit: boolean) {
  const onPaneClick = useCallback(
    (event: MouseEvent) => {
      const canvas = (event.target as Element).closest<HTMLElement>('[data-key-scope="canvas"]');
      canvas?.focus({ preventScroll: true });
      const frame = frameAt(tabId, pipeline, event);
      // React Flow takes the selection away after this call.
      if (frame !== undefined) queueMicrotask(() => select(tabId, [frame]));
    },
    [tabId, pipeline],
  );
  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      if (!canEdit || !(event.target as Element).classList.contains('react-flow__pane')) return;
      openQuickAdd({ tabId, pipeline, point: { x: event.clientX, y: event.clientY }, wire: null });
    },
    [tabId, pipeline, canEdit],
  );
  const onDragOver = useCallback((event: DragEvent) => {
    if (!isComponentDrag(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }, []);
  const onDrop = useCallback(
    (event: DragEvent) => {
      const path = readComponentDrag(event.dataTransfer);
      const position = cameraOf(tabId)?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      if (path === null || position === undefined || !canEdit) return;
      event.preventDefault();
      addComponent(tabId, path, {
        position: { x: Math.round(position.x), y: Math.round(position.y) },
        ...parentAt(tabId, pipeline, position),
      });
    },
    [tabId, pipeline, canEdit],
  );
  const onMoveEnd = useCallback(
    (_event: unknown, view: { x: number; y: number; zoom: number }) => setViewport(tabId, view),
    [tabId],
  );
  const onNodeContextMenu = useCallback(
    (event: MouseEvent, node: FlowNode) => openNodeMenu(tabId, event, node),
    [tabId],
  );
  const onEdgeContextMenu = useCallback(
    (event: MouseEvent, edge: FlowEdge) => {
      event.preventDefault();
      select(tabId, [], [edge.id]);
      openContextMenu('edge', { x: event.clientX, y: event.clientY }, tabId);
    },
    [tabId],
  );
  const onPaneContextMenu = useCallback(
    (event: globalThis.MouseEvent | MouseEvent) => {
      event.preventDefault();
      const frame = frameAt(tabId, pipeline, event as MouseEvent);
      if (frame !== undefined) select(tabId, [frame]);
      openContextMenu(frame === undefined ? 'canvas' : 'node', { x: event.clientX, y: event.clientY }, tabId);
    },
    [tabId, pipeline],
  );
  const onNodeClick = useCallback((event: MouseEvent, node: FlowNode) => selectAlone(tabId, event, node), [tabId]);
  const onNodeDoubleClick = useCallback(
    (_event: MouseEvent, node: FlowNode) => void enterTask(tabId, node.id as TaskId),
    [tabId],
  );
  return {
    onDoubleClick,
    onDragOver,
    onDrop,
    flow: {
      onPaneClick,
      onMoveEnd,
      onNodeClick,
      onNodeContextMenu,
      onEdgeContextMenu,
      onPaneContextMenu,
      onNodeDoubleClick,
    },
  };
}

/** A plain click on one of several selected nodes means that one. */
function selectAlone(tabId: TabId, event: MouseEvent, node: FlowNode): void {
  if (isFrame(node)) {
    selectFrame(tabId, event, node.data.key);
    return;
  }
  const hasModifier = event.shiftKey || event.ctrlKey || event.metaKey;
  const selected = getState().view.byTab.get(tabId)?.selection ?? NO_SELECTION;
  if (!hasModifier && selected.nodes.size > 1) select(tabId, [node.id as LayoutKey]);
}

function openNodeMenu(tabId: TabId, event: MouseEvent, node: FlowNode): void {
  event.preventDefault();
  const selected = getState().view.byTab.get(tabId)?.selection ?? NO_SELECTION;
  if (!selected.nodes.has(node.id as LayoutKey)) select(tabId, [node.id as LayoutKey]);
  const isTerminal = node.type === 'inputs' || node.type === 'outputs';
  openContextMenu(isTerminal ? 'terminal' : 'node', { x: event.clientX, y: event.clientY }, tabId);
}
