import { useTranslation } from 'react-i18next';
import type { JsonValue } from '../../../../src/model/json.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { REACHABLE } from '../reachable.ts';
import { ConfusionTable } from './ConfusionTable.tsx';
import { takeConfusionMatrix } from './confusion-matrix.ts';
import classes from './MetricsTable.module.css';
import { type MetricRow, metricRows } from './metric-rows.ts';

export interface MetricsTableProps {
  readonly metrics: { readonly [name: string]: JsonValue };
  readonly label: string;
}

/** Metrics as a table; shares from 0 to 1 with a bar. */
export function MetricsTable({ metrics, label }: MetricsTableProps) {
  const language = useLanguage();
  const { matrix, others } = takeConfusionMatrix(metrics);
  const rows = metricRows(others, language);
  return (
    <div className={classes.place} {...REACHABLE}>
      {matrix !== undefined && <ConfusionTable matrix={matrix} />}
      {rows.length > 0 && <Rows rows={rows} label={label} />}
    </div>
  );
}

function Rows({ rows, label }: { readonly rows: readonly MetricRow[]; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <table className={classes.metrics} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('outputs.metric')}</th>
          <th scope="col">{t('outputs.value')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} data-metric={row.name}>
            <th scope="row">{row.name}</th>
            <td data-numeric={row.isNumber || undefined}>{row.text}</td>
            <td>
              <Bar row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ row }: { readonly row: MetricRow }) {
  if (row.share === undefined) return null;
  return (
    <span className={classes.track} aria-hidden={true}>
      <span className={classes.bar} style={{ width: `${row.share * 100}%` }} />
    </span>
  );
}
