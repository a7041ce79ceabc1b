import { Handle, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import classes from './GroupNode.module.css';

/** Where the wires of what a condition looks at end. Conditions are edited in the inspector: no wire starts here. */
export function ConditionHandle({ handle, top }: { readonly handle: string; readonly top: number }) {
  const { t } = useTranslation();
  return (
    <Handle
      id={handle}
      type="target"
      position={Position.Left}
      className={classes.condition ?? ''}
      style={{ top }}
      isConnectable={false}
      data-port={handle}
      title={t('canvas.group.conditionPort')}
    />
  );
}
