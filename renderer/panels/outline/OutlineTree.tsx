import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { chooseRow } from './choose-row.ts';
import classes from './Outline.module.css';
import { OutlineRowView } from './OutlineRowView.tsx';
import { type OutlineRow, outlineRows } from './outline-rows.ts';
import { keyStep } from './tree-keys.ts';
import { useTreeState } from './use-tree-state.ts';

/** Up to here every row stands in the page, so that anything can find it; beyond, only what is in view. */
const ALL_ROWS_LIMIT = 2_000;
const ROW_HEIGHT = 26;

export interface OutlineTreeProps {
  readonly tabId: TabId;
  readonly document: PipelineDocument;
}

/** The tree itself: one tab stop, arrows, typing a name, Enter to show on the canvas. */
export function OutlineTree({ tabId, document }: OutlineTreeProps) {
  const { t } = useTranslation();
  const { collapsed, toggle, current, setCurrent } = useTreeState();
  const element = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineRows(document, collapsed), [document, collapsed]);
  const isVirtual = rows.length > ALL_ROWS_LIMIT;
  const virtual = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => element.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
  });
  const choose = useCallback((row: OutlineRow, adds: boolean) => chooseRow(tabId, row, adds), [tabId]);

  /** The row that takes the place of a removed one gets the keyboard. */
  const onRemoved = useCallback(
    (removed: OutlineRow) => {
      const at = rows.findIndex((row) => row.id === removed.id);
      const after = rows.slice(at + 1).find((row) => row.level <= removed.level);
      const next = after ?? rows[at - 1];
      if (next === undefined) return;
      setCurrent(next.id);
      focusLater(element.current, next.id);
    },
    [rows, setCurrent],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rows.findIndex((row) => row.id === current);
    const step = keyStep(event, rows, index, collapsed);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.toggle !== undefined) toggle(step.toggle);
    if (step.row === undefined) return;
    if (isVirtual) virtual.scrollToIndex(rows.indexOf(step.row));
    setCurrent(step.row.id);
    focusLater(element.current, step.row.id);
  };

  const tabStop = rows.some((row) => row.id === current) ? current : rows[0]?.id;
  const view = (row: OutlineRow) => (
    <OutlineRowView
      key={row.id}
      tabId={tabId}
      row={row}
      isExpanded={!collapsed.has(row.id)}
      isTabStop={row.id === tabStop}
      onChoose={choose}
      onToggle={toggle}
      onFocus={setCurrent}
      onRemoved={onRemoved}
    />
  );
  const virtualView = () => (
    <div role="presentation" className={classes.virtualRows} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return (
          <div key={item.key} role="presentation" className={classes.virtualRow} style={{ top: item.start }}>
            {row === undefined ? null : view(row)}
          </div>
        );
      })}
    </div>
  );
  return (
    <div
      ref={element}
      role="tree"
      className={classes.tree}
      aria-label={t('outline.name')}
      aria-multiselectable={true}
      onKeyDown={onKeyDown}
    >
      {isVirtual ? virtualView() : rows.map(view)}
    </div>
  );
}

/** The row may only be in the page after the next drawing. */
function focusLater(tree: HTMLElement | null, id: string): void {
  requestAnimationFrame(() => tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus());
}
