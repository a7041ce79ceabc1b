import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src/api/results.ts';
import { perform } from '../../commands/run-command.ts';
import { SpacerRow } from '../logs/SpacerRow.tsx';
import { deleteRun } from './keep-runs.ts';
import { RunRow } from './RunRow.tsx';
import classes from './Runs.module.css';
import { RUN_COLUMNS, type RunColumn, type RunSort, sortBy } from './run-list.ts';

const ROW_HEIGHT = 30;

export interface RunTableProps {
  readonly runs: readonly RunSummary[];
  readonly sort: RunSort;
  readonly onSort: (sort: RunSort) => void;
}

/** The runs as a table: one tab stop, arrows, Enter to show, Delete to remove. Only what is in view is mounted. */
export function RunTable({ runs, sort, onSort }: RunTableProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: runs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => runs[index]?.id ?? index,
    overscan: 12,
  });
  const tabStop = runs.some((run) => run.id === current) ? current : runs[0]?.id;
  const focusRow = (index: number): void => {
    const run = runs[Math.min(Math.max(index, 0), runs.length - 1)];
    if (run === undefined) return;
    setCurrent(run.id);
    virtual.scrollToIndex(runs.indexOf(run));
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-run="${run.id}"] button`)?.focus());
  };
  const onRowKey = (event: KeyboardEvent, run: RunSummary, index: number): void => {
    const step = KEY_STEPS[event.key]?.(index, runs.length);
    if (step !== undefined) focusRow(step);
    else if (event.key === 'Delete') void perform(() => deleteRun(run.id, run.name));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const items = virtual.getVirtualItems();
  return (
    <div ref={scroller} className={classes.scroller}>
      <table aria-label={t('panels.runs')} aria-rowcount={runs.length + 1} className={classes.table}>
        <HeaderRow sort={sort} onSort={onSort} />
        <tbody>
          <SpacerRow height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const run = runs[index];
            if (run === undefined) return null;
            return (
              <RunRow
                key={run.id}
                run={run}
                index={index}
                isTabStop={run.id === tabStop}
                onFocus={() => setCurrent(run.id)}
                onKeyDown={(event) => onRowKey(event, run, index)}
              />
            );
          })}
          <SpacerRow height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

const KEY_STEPS: { readonly [key: string]: (index: number, count: number) => number } = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 10,
  PageUp: (index) => index - 10,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

function HeaderRow({ sort, onSort }: Pick<RunTableProps, 'sort' | 'onSort'>) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {RUN_COLUMNS.map((column) => (
          <th key={column} scope="col" className={classes.head} data-column={column} aria-sort={sortWord(sort, column)}>
            <button type="button" className={classes.sort} onClick={() => onSort(sortBy(sort, column))}>
              {t(`runList.columns.${column}`)}
              {sort.column === column && <SortMark descending={sort.descending} />}
            </button>
          </th>
        ))}
        <td className={classes.head} data-column="actions" />
      </tr>
    </thead>
  );
}

function SortMark({ descending }: { readonly descending: boolean }) {
  const Drawing = descending ? IconChevronDown : IconChevronUp;
  return <Drawing size={13} stroke={2} aria-hidden={true} />;
}

function sortWord(sort: RunSort, column: RunColumn): 'ascending' | 'descending' | 'none' {
  if (sort.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
