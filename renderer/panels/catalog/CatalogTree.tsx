import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { add } from './add-from-row.ts';
import classes from './Catalog.module.css';
import { CatalogRowView } from './CatalogRowView.tsx';
import type { CatalogRow } from './catalog-rows.ts';
import { stepOfKey } from './row-keys.ts';
import type { CatalogView } from './use-catalog-rows.ts';

const ROW_HEIGHT = 26;
const RESULT_HEIGHT = 42;

interface CatalogTreeProps {
  readonly tabId: TabId | null;
  readonly view: CatalogView;
  readonly current: string | null;
  /** The details take room away from the tree. */
  readonly hasDetails: boolean;
  readonly onCurrent: (id: string) => void;
  readonly onChoose: (row: CatalogRow) => void;
  readonly onClear: () => void;
}

/** The tree: one tab stop, arrows, Home and End, typing a name, Enter to add. Only what is in view is in the page. */
export function CatalogTree({ tabId, view, current, hasDetails, onCurrent, onChoose, onClear }: CatalogTreeProps) {
  const { t } = useTranslation();
  const { rows, isFiltered, toggle } = view;
  const element = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => element.current,
    estimateSize: () => (isFiltered ? RESULT_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  // Once the details have taken their room, the row they are about is still to be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the room changes what is seen
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === current);
    const frame = requestAnimationFrame(() => index >= 0 && virtual.scrollToIndex(index));
    return () => cancelAnimationFrame(frame);
  }, [hasDetails]);
  const focusRow = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    onCurrent(row.id);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus({ preventScroll: true }),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Math.max(
      0,
      rows.findIndex((row) => row.id === current),
    );
    const row = rows[index];
    if (row === undefined) return;
    if (event.key === 'Enter') activate(row);
    else if (event.key === ' ') onChoose(row);
    else {
      const step = stepOfKey(event.key, rows, index);
      if (step === undefined) return;
      if (step.toggle !== undefined) toggle(step.toggle);
      if (step.to !== undefined) focusRow(step.to);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const activate = (row: CatalogRow): void => {
    if (row.kind === 'section' || row.kind === 'folder') toggle(row.id);
    else add(tabId, row);
  };
  if (rows.length === 0) {
    return (
      <EmptyPlace title={t('catalog.nothingFound')} hint={t('catalog.nothingFoundHint')}>
        <Button variant="default" onClick={onClear}>
          {t('catalog.clear')}
        </Button>
      </EmptyPlace>
    );
  }
  const tabStop = rows.some((row) => row.id === current) ? current : rows[0]?.id;
  return (
    <div ref={element} className={classes.scroller}>
      <div
        role="tree"
        className={classes.tree}
        aria-label={t('catalog.name')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <CatalogRowView
              key={item.key}
              row={row}
              tabId={tabId}
              top={item.start}
              height={item.size}
              isCurrent={row.id === current}
              isTabStop={row.id === tabStop}
              onChoose={onChoose}
              onActivate={activate}
              onToggle={toggle}
              onFocus={onCurrent}
              onKeyDown={onKeyDown}
            />
          );
        })}
      </div>
    </div>
  );
}
