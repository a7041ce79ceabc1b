import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { REACHABLE } from '../reachable.ts';
import { SpacerRow } from '../SpacerRow.tsx';
import { type PreviewTable, parseTable, type TableColumn } from './parse-table.ts';
import classes from './TableView.module.css';

const ROW_HEIGHT = 24;

export interface TableViewProps {
  readonly text: string;
  readonly delimiter: ',' | '\t';
  /** The text is only the beginning. */
  readonly isCut: boolean;
  readonly label: string;
}

/** CSV or TSV as a table whose head stays in view. Only the rows in view are mounted. */
export function TableView({ text, delimiter, isCut, label }: TableViewProps) {
  const { t } = useTranslation();
  const table = useMemo(() => parseTable(text, delimiter, isCut), [text, delimiter, isCut]);
  const { columns, rows, hiddenColumns } = table;
  const facts = [
    t('outputs.tableSize', { count: rows.length, columns: columns.length }),
    ...(isCut ? [t('outputs.truncated')] : []),
    ...(hiddenColumns > 0 ? [t('outputs.hiddenColumns', { count: hiddenColumns })] : []),
  ];
  return (
    <>
      <VirtualTable table={table} label={label} />
      <p className={classes.foot}>{facts.join(' · ')}</p>
    </>
  );
}

function VirtualTable({ table, label }: { readonly table: PreviewTable; readonly label: string }) {
  const { columns, rows } = table;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  return (
    <div ref={scroller} className={classes.place} {...REACHABLE}>
      <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <TableHead columns={columns} />
        <tbody>
          <SpacerRow height={items[0]?.start ?? 0} />
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2} data-odd={index % 2 === 1 || undefined}>
              <th scope="row">{index + 1}</th>
              {columns.map(({ at, isNumeric }) => (
                <td key={at} data-numeric={isNumeric || undefined} title={rows[index]?.[at]}>
                  {rows[index]?.[at]}
                </td>
              ))}
            </tr>
          ))}
          <SpacerRow height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

function TableHead({ columns }: { readonly columns: readonly TableColumn[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className={classes.rowNumber} />
        {columns.map(({ at, name, width, isNumeric }) => (
          <th key={at} scope="col" data-numeric={isNumeric || undefined} style={{ width: `${width + 3}ch` }}>
            {name}
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
}
