import { MarkerType } from '@xyflow/react';
import i18next from 'i18next';
import type { PipelineDocument, PipelineRecord } from '../../../src/model/document.ts';
import { nameOfNode } from '../../../src/model/document-path.ts';
import type { LayoutKey, NodeId } from '../../../src/model/ids.ts';
import { CONDITION_IN, ITEM_OUT } from '../geometry/group-frame.ts';
import type { Wire } from './create-wire.ts';
import { findWires } from './find-wires.ts';
import type { FlowEdge } from './flow-types.ts';

/** The wires of a pipeline's canvas; what looks the same is the same object as in `previous`. */
export function buildEdges(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  selected: ReadonlySet<string>,
  previous: ReadonlyMap<string, FlowEdge>,
): readonly FlowEdge[] {
  return findWires(document, pipeline).map((wire) => {
    const edge = createEdge(document, wire, selected.has(wire.id));
    const before = previous.get(wire.id);
    return before !== undefined && sameEdge(before, edge) ? before : edge;
  });
}

function createEdge(document: PipelineDocument, wire: Wire, selected: boolean): FlowEdge {
  const { id, source, sourceHandle, target, targetHandle, look, isCollected } = wire;
  const from = endName(document, source, sourceHandle);
  const to = endName(document, target, targetHandle);
  const end = { type: MarkerType.ArrowClosed, width: 14, height: 14, color: 'var(--text-muted)' };
  return {
    id,
    type: 'wire',
    source,
    sourceHandle,
    target,
    targetHandle,
    selected,
    data: { look, isCollected },
    ariaLabel: i18next.t(wordsOf(wire), { from, to }),
    ...(look === 'after' || look === 'exit' ? { markerEnd: end } : {}),
  };
}

function wordsOf({ look, isCollected, key }: Wire) {
  if (look === 'after') return 'canvas.afterWire' as const;
  if (look === 'exit') return 'canvas.exitWire' as const;
  if (key.kind === 'condition') return 'canvas.conditionWire' as const;
  return isCollected ? ('canvas.collectedWire' as const) : ('canvas.wire' as const);
}

function endName(document: PipelineDocument, key: LayoutKey, handle: string): string {
  const port = handle.slice(handle.indexOf(':') + 1);
  if (/^(inputs|outputs):/.test(key)) return port;
  const name = nameOfNode(document, key as NodeId);
  if (handle === ITEM_OUT) return `${name}.item`;
  return handle.includes(':') && !handle.startsWith(CONDITION_IN) ? `${name}.${port}` : name;
}

function sameEdge(left: FlowEdge, right: FlowEdge): boolean {
  return (
    left.source === right.source &&
    left.sourceHandle === right.sourceHandle &&
    left.target === right.target &&
    left.targetHandle === right.targetHandle &&
    left.selected === right.selected &&
    left.data?.look === right.data?.look &&
    left.data?.isCollected === right.data?.isCollected &&
    left.ariaLabel === right.ariaLabel
  );
}
