import { ActionIcon } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../../../src/analysis/diagnostic.ts';
import type { PortType } from '../../../../src/model/port-type.ts';
import { typeLabel } from '../../../../src/model/type-label.ts';
import { SeverityIcon } from '../../../parts/SeverityIcon.tsx';
import { TypeGlyph } from '../../../parts/value-editors/TypeGlyph.tsx';
import type { TabId } from '../../../state/documents-slice.ts';
import { useCanEdit } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import classes from './Ports.module.css';

interface PortLineProps {
  readonly tabId: TabId;
  readonly side: 'input' | 'output';
  readonly port: { readonly name: string; readonly type: PortType };
  readonly note: string;
  readonly problems: readonly Diagnostic[];
  readonly isOpen: boolean;
  readonly isDragged: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onToggle: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onDragStart: () => void;
  readonly onDrop: () => void;
  readonly onDragEnd: () => void;
  readonly children: ReactNode;
}

/** One input or output: a line, and its form under it when unfolded. */
export function PortLine(props: PortLineProps) {
  const { tabId, side, port, note, problems, isOpen, isDragged, onToggle, onDragStart, onDrop, onDragEnd, children } =
    props;
  const canEdit = useCanEdit(tabId);
  const Arrow = isOpen ? IconChevronDown : IconChevronRight;
  const start = (event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('application/x-pipewright-port', port.name);
    onDragStart();
  };
  return (
    <li
      className={classes.item}
      data-field={`${side}:${port.name}`}
      data-open={isOpen}
      data-dragged={isDragged}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('application/x-pipewright-port')) event.preventDefault();
      }}
      onDrop={onDrop}
    >
      <div className={classes.line}>
        {canEdit && (
          <span className={classes.grip} draggable={true} aria-hidden={true} onDragStart={start} onDragEnd={onDragEnd}>
            <IconGripVertical size={14} />
          </span>
        )}
        <button type="button" className={classes.fold} aria-expanded={isOpen} onClick={onToggle}>
          <Arrow size={13} stroke={2} aria-hidden={true} className={classes.arrow} />
          <TypeGlyph type={port.type} />
          <span className={classes.name}>{port.name}</span>
          {problems[0] !== undefined && <SeverityIcon severity={problems[0].severity} size={13} />}
          <span className={classes.about}>{note === '' ? typeLabel(port.type) : note}</span>
        </button>
        {canEdit && <LineTools {...props} />}
      </div>
      {isOpen && (
        <div className={classes.form}>
          {children}
          <FieldProblems tabId={tabId} problems={problems} />
        </div>
      )}
    </li>
  );
}

function LineTools({ port: { name }, isFirst, isLast, onMove, onRemove }: PortLineProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.tools}>
      <ActionIcon size={20} aria-label={t('values.up', { name })} disabled={isFirst} onClick={() => onMove(-1)}>
        <IconArrowUp size={13} aria-hidden={true} />
      </ActionIcon>
      <ActionIcon size={20} aria-label={t('values.down', { name })} disabled={isLast} onClick={() => onMove(1)}>
        <IconArrowDown size={13} aria-hidden={true} />
      </ActionIcon>
      <ActionIcon size={20} aria-label={t('values.remove', { name })} onClick={onRemove}>
        <IconTrash size={13} aria-hidden={true} />
      </ActionIcon>
    </span>
  );
}
