import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useIsFar } from '../detail-level.ts';
import type { FlowEdge } from '../graph/flow-types.ts';
import type { WireLook } from '../graph/port-look.ts';

/** A wire in the colour of what flows through it; "run after" is dashed. */
export const WireEdge = memo(function WireEdge(props: EdgeProps<FlowEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd, data, selected } = props;
  const [path, middleX, middleY] = getBezierPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
  });
  const look = data?.look ?? 'artifact';
  const style = (selected ? SELECTED_STYLES : STYLES)[look];
  const marker = markerEnd === undefined ? {} : { markerEnd };
  // Far away no wire can be hit, and the unseen wide path that takes the pointer costs as much as the wire.
  const isFar = useIsFar();
  const wire = (
    <BaseEdge
      id={props.id}
      path={path}
      interactionWidth={isFar ? 0 : 16}
      {...(style === undefined ? {} : { style })}
      {...marker}
    />
  );
  if (data?.isCollected !== true || isFar) return wire;
  return (
    <>
      {wire}
      <Collected x={middleX} y={middleY} colour={`var(--port-${look})`} />
    </>
  );
});

/** Three lines in a ring: many values that become one list. */
function Collected({ x, y, colour }: { readonly x: number; readonly y: number; readonly colour: string }) {
  return (
    <g transform={`translate(${x} ${y})`} style={{ stroke: colour, strokeWidth: 1.6, fill: 'var(--canvas-node)' }}>
      <circle r={9} />
      <path d="M-4 -3.5H4M-4 0H4M-4 3.5H4" />
    </g>
  );
}

const LOOKS: readonly WireLook[] = [
  'string',
  'integer',
  'double',
  'boolean',
  'list',
  'struct',
  'dataset',
  'model',
  'metrics',
  'document',
  'artifact',
  'after',
  'exit',
];

const STYLES = stylesOf(1.75);
const SELECTED_STYLES = stylesOf(3.5);

function stylesOf(strokeWidth: number): { readonly [look: string]: CSSProperties } {
  return Object.fromEntries(LOOKS.map((look) => [look, styleOf(look, strokeWidth)]));
}

function styleOf(look: WireLook, strokeWidth: number): CSSProperties {
  if (look === 'after') return { stroke: 'var(--text-muted)', strokeWidth, strokeDasharray: '6 4' };
  if (look === 'exit') return { stroke: 'var(--group-exit-handler)', strokeWidth, strokeDasharray: '2 4' };
  return { stroke: `var(--port-${look})`, strokeWidth };
}
