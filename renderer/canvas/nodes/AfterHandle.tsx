import { Handle, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '../../../src/model/ids.ts';
import { AFTER_IN, AFTER_OUT } from '../geometry/node-size.ts';
import classes from './AfterHandle.module.css';
import { usePortState } from './Port.tsx';

/** The small handle at a task's header that says what runs after what. */
export function AfterHandle({ node, side }: { readonly node: NodeId; readonly side: 'in' | 'out' }) {
  const { t } = useTranslation();
  const handle = side === 'in' ? AFTER_IN : AFTER_OUT;
  const state = usePortState(node, handle);
  return (
    <Handle
      id={handle}
      type={side === 'in' ? 'target' : 'source'}
      position={side === 'in' ? Position.Left : Position.Right}
      className={classes.handle ?? ''}
      data-port={handle}
      data-wire={state}
      title={t(side === 'in' ? 'canvas.runsAfter' : 'canvas.runsBefore')}
    />
  );
}
