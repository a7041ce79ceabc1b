import { type ConnectionLineComponentProps, getBezierPath } from '@xyflow/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ConnectionVerdict } from '../../../src/analysis/connection.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import type { FlowNode } from '../graph/flow-types.ts';
import { describeArgument } from '../nodes/argument-text.ts';
import { portOfHandle } from './canvas-port.ts';
import classes from './connection.module.css';
import { gestureStore } from './gesture-store.ts';
import { verdictText } from './verdict-text.ts';

/** The wire that is being drawn, and at its end what dropping it there would do. */
export function ConnectionLine(props: ConnectionLineComponentProps<FlowNode>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, toNode, toHandle } = props;
  const { t } = useTranslation();
  const judge = useStore(gestureStore, (gesture) => gesture.judge);
  const document = useStore(gestureStore, (gesture) => gesture.document);
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    targetX: toX,
    targetY: toY,
    sourcePosition: fromPosition,
    targetPosition: toPosition,
  });
  const over = toNode === null || toHandle?.id == null ? undefined : portOfHandle(toNode.id as LayoutKey, toHandle.id);
  const verdict = over === undefined ? undefined : judge?.(over);
  const words = verdict === undefined ? '' : wordsOf(verdict, document, t);
  return (
    <g className={classes.line} data-verdict={verdict === undefined ? 'open' : verdict.ok ? 'fits' : 'refused'}>
      <path d={path} />
      {words !== '' && (
        <foreignObject x={toX + 14} y={toY + 10} width={300} height={140} className={classes.hintPlace}>
          <div className={classes.hint} data-kind={verdict?.ok ? 'replace' : 'refused'}>
            {words}
          </div>
        </foreignObject>
      )}
    </g>
  );
}

/** What dropping the wire here would do, where that needs saying. */
function wordsOf(verdict: ConnectionVerdict, document: PipelineDocument | null, t: TFunction): string {
  if (!verdict.ok) return verdictText(verdict);
  if (verdict.replaces === undefined || document === null) return '';
  return t('canvas.willReplace', { value: describeArgument(document, verdict.replaces) });
}
