import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputPort, OutputPort } from '../../../src/catalog/component-description.ts';
import type { Argument } from '../../../src/model/argument.ts';
import type { PipelineDocument, TaskRecord } from '../../../src/model/document.ts';
import type { TaskId } from '../../../src/model/ids.ts';
import { pipelineOfBody } from '../../../src/model/lookups.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import { handleOf } from '../geometry/node-size.ts';
import { inputsShownAsChips } from '../graph/find-wires.ts';
import { describeArgument, kindOfArgument } from './argument-text.ts';
import { Port } from './Port.tsx';
import classes from './PortRow.module.css';

interface InputRowProps {
  readonly tabId: TabId;
  readonly task: TaskRecord;
  readonly port: InputPort;
}

/** An input of a task: its port, its name, and what it is given. */
export const InputRow = memo(function InputRow({ tabId, task, port }: InputRowProps) {
  const argument = task.arguments[port.id];
  const handle = handleOf('in', port.id);
  return (
    <div data-row={true} className={classes.row} data-set={argument !== undefined}>
      <Port node={task.id} handle={handle} side="in" name={port.name} type={port.type} />
      <span className={classes.name}>{port.name}</span>
      {argument === undefined ? <Unset port={port} /> : <Given tabId={tabId} task={task} port={port} />}
    </div>
  );
});

function Unset({ port }: { readonly port: InputPort }) {
  const { t } = useTranslation();
  if (!port.optional) return <span className={classes.required}>{t('canvas.required')}</span>;
  if (port.default === undefined) return null;
  const text = typeof port.default === 'string' ? port.default : JSON.stringify(port.default);
  return <span className={classes.default}>{text}</span>;
}

function Given({ tabId, task, port }: InputRowProps) {
  const argument = task.arguments[port.id];
  const text = useApp((state) => {
    const document = state.documents.tabs.get(tabId)?.document;
    if (document === undefined || argument === undefined || isWired(document, task, argument)) return null;
    return describeArgument(document, argument);
  });
  if (argument === undefined || text === null) return null;
  const kind = kindOfArgument(argument);
  return (
    <span className={classes[kind]} title={text}>
      {text}
    </span>
  );
}

/** What a wire at the port shows needs no words beside it. */
function isWired(document: PipelineDocument, task: TaskRecord, argument: Argument): boolean {
  if (argument.kind !== 'input') return kindOfArgument(argument) === 'wire';
  const pipeline = document.pipelines.get(pipelineOfBody(document, task.parent));
  return pipeline !== undefined && !inputsShownAsChips(document, pipeline).has(argument.input);
}

interface OutputRowProps {
  readonly task: TaskId;
  readonly port: OutputPort;
}

/** An output of a task. */
export const OutputRow = memo(function OutputRow({ task, port }: OutputRowProps) {
  return (
    <div data-row={true} className={classes.row} data-side="out">
      <span className={classes.name}>{port.name}</span>
      <Port node={task} handle={handleOf('out', port.id)} side="out" name={port.name} type={port.type} />
    </div>
  );
});
