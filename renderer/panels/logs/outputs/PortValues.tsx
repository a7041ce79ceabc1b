import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputValue } from '../../../../src/run/run-state.ts';
import { formatBytes } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { EmptyPlace } from '../../../parts/EmptyPlace.tsx';
import classes from './Outputs.module.css';
import { PreviewPane } from './PreviewPane.tsx';
import { type PortRow, portRows } from './port-rows.ts';

export interface PortValuesProps {
  readonly runId: string;
  readonly taskKey: string;
  readonly side: 'input' | 'output';
  readonly values: { readonly [port: string]: OutputValue };
  /** The port to begin with. */
  readonly initial?: string;
  readonly empty: string;
}

/** The inputs or outputs of a task: a list, and beside it the chosen one as what it is. */
export function PortValues({ runId, taskKey, side, values, initial, empty }: PortValuesProps) {
  const { t } = useTranslation();
  const rows = portRows(values);
  const [chosen, setChosen] = useState(initial);
  const row = rows.find(({ port }) => port === chosen) ?? rows.find(({ kind }) => kind === 'artifact') ?? rows[0];
  if (row === undefined) return <EmptyPlace title={empty} />;
  const value = values[row.port];
  return (
    <div className={classes.split}>
      <ul className={classes.ports} aria-label={t(side === 'input' ? 'taskView.inputs' : 'taskView.outputs')}>
        {rows.map((each) => (
          <li key={each.port}>
            <button
              type="button"
              className={classes.port}
              aria-current={each === row}
              data-output={each.port}
              onClick={() => setChosen(each.port)}
            >
              <span className={classes.portName}>{each.port}</span>
              <PortSummary row={each} />
            </button>
          </li>
        ))}
      </ul>
      {value !== undefined && (
        <PreviewPane
          // Events bring the same value again as another object; another value is read again.
          key={`${row.port} ${JSON.stringify(value)}`}
          place={{ runId, taskKey, side, port: row.port }}
        />
      )}
    </div>
  );
}

function PortSummary({ row }: { readonly row: PortRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (row.kind === 'parameter') {
    return (
      <code className={classes.value}>
        {row.masked ? t('outputs.masked') : row.text === '' ? t('outputs.emptyText') : row.text}
      </code>
    );
  }
  return (
    <span className={classes.type}>
      {row.typeName}
      {row.size !== undefined && ` · ${formatBytes(row.size, language)}`}
    </span>
  );
}
