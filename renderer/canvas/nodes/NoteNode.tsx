import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../src/model/ids.ts';
import { useApp } from '../../state/store.ts';
import type { FlowNode } from '../graph/flow-types.ts';
import classes from './NoteNode.module.css';

/** A note on the canvas. Its text is edited in the inspector. */
export const NoteNode = memo(function NoteNode({ data, selected }: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const note = useApp((state) => state.documents.tabs.get(data.tabId)?.document.notes.get(data.key as NoteId));
  if (note === undefined) return null;
  return (
    <div className={classes.note} data-selected={selected} role="note" aria-label={t('canvas.note')}>
      {note.text === '' ? <span className={classes.empty}>{t('canvas.noteEmpty')}</span> : note.text}
    </div>
  );
});
