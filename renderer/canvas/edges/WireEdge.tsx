import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useIsFar } from '../detail-level.ts';
import type { FlowEdge } from '../graph/flow-types.ts';
import type { PortLook } from '../graph/port-look.ts';

/** A wire in the colour of what flows through it; "run after" is dashed. */
export const WireEdge = memo(function WireEdge(props: EdgeProps<FlowEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, markerEnd, data, selected } = props;
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  const look = data?.look ?? 'artifact';
  const style = (selected ? SELECTED_STYLES : STYLES)[look];
  const marker = markerEnd === undefined ? {} : { markerEnd };
  // Far away no wire can be hit, and the unseen wide path that takes the pointer costs as much as the wire.
  const interactionWidth = useIsFar() ? 0 : 16;
  return (
    <BaseEdge
      id={props.id}
      path={path}
      interactionWidth={interactionWidth}
      {...(style === undefined ? {} : { style })}
      {...marker}
    />
  );
});

const LOOKS: readonly (PortLook | 'after')[] = [
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
];

const STYLES = stylesOf(1.75);
const SELECTED_STYLES = stylesOf(3.5);

function stylesOf(strokeWidth: number): { readonly [look: string]: CSSProperties } {
  const styleOf = (look: PortLook | 'after'): CSSProperties =>
    look === 'after'
      ? { stroke: 'var(--text-muted)', strokeWidth, strokeDasharray: '6 4' }
      : { stroke: `var(--port-${look})`, strokeWidth };
  return Object.fromEntries(LOOKS.map((look) => [look, styleOf(look)]));
}
