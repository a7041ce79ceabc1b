import { useTranslation } from 'react-i18next';
import type { OutputValue, RunState } from '../../../src/run/run-state.ts';
import { openTaskRun } from '../../state/runs.ts';
import { askForPort } from './asked-port.ts';
import { portRow } from './outputs/port-rows.ts';
import classes from './TaskRun.module.css';
import { producerOf } from './task-list.ts';

/** What came out of a run: the outputs of the pipeline. */
export function RunResults({ run }: { readonly run: RunState }) {
  const { t } = useTranslation();
  const outputs = Object.entries(run.outputs);
  if (outputs.length === 0) return null;
  return (
    <section className={classes.results} aria-label={t('taskView.results')}>
      <h3>{t('taskView.results')}</h3>
      <dl>
        {outputs.map(([name, value]) => (
          <div key={name} data-run-output={name}>
            <dt>{name}</dt>
            <dd>
              <Result run={run} name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ResultProps {
  readonly run: RunState;
  readonly name: string;
  readonly value: OutputValue;
}

function Result({ run, name, value }: ResultProps) {
  const { t } = useTranslation();
  const row = portRow(name, value);
  if (value.kind === 'parameter') return <code>{row.masked ? t('outputs.masked') : row.text}</code>;
  const producer = producerOf(run, value.uri);
  if (producer === undefined) return row.typeName;
  const open = (): void => {
    askForPort(producer.taskKey, producer.port);
    openTaskRun({ runId: run.id, taskKey: producer.taskKey });
  };
  return (
    <button type="button" className={classes.link} onClick={open}>
      {t('taskView.openResult', { type: row.typeName })}
    </button>
  );
}
