import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LayoutKey } from '../../../src/model/ids.ts';
import type { PortType } from '../../../src/model/port-type.ts';
import { typeLabel } from '../../../src/model/type-label.ts';
import { portOfHandle } from '../connect/canvas-port.ts';
import { gestureStore, type WireGesture } from '../connect/gesture-store.ts';
import { lookOfType } from '../graph/port-look.ts';
import classes from './Port.module.css';

interface PortProps {
  readonly node: LayoutKey;
  readonly handle: string;
  readonly side: 'in' | 'out';
  readonly name: string;
  /** Absent for the handle that makes a new entry. */
  readonly type?: PortType;
}

/** One port: a shape and colour by type, a place to draw wires from and to. */
export const Port = memo(function Port({ node, handle, side, name, type }: PortProps) {
  const { t } = useTranslation();
  const state = usePortState(node, handle);
  const label =
    type === undefined
      ? name
      : t(side === 'in' ? 'canvas.inputPort' : 'canvas.outputPort', { name, type: typeLabel(type) });
  return (
    <Handle
      id={handle}
      type={side === 'in' ? 'target' : 'source'}
      position={side === 'in' ? Position.Left : Position.Right}
      className={classes.port ?? ''}
      data-port={handle}
      data-look={type === undefined ? 'new' : lookOfType(type)}
      data-wire={state}
      title={label}
    />
  );
});

/** How a port stands to the wire that is being drawn. */
export function usePortState(node: LayoutKey, handle: string): 'idle' | 'start' | 'fits' | 'refused' {
  return useStore(gestureStore, (gesture) => portState(gesture, node, handle));
}

function portState(
  { from, judge }: WireGesture,
  node: LayoutKey,
  handle: string,
): 'idle' | 'start' | 'fits' | 'refused' {
  if (from === null || judge === null) return 'idle';
  const port = portOfHandle(node, handle);
  if (JSON.stringify(port) === JSON.stringify(from)) return 'start';
  return judge(port).ok ? 'fits' : 'refused';
}
