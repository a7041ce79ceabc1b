import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { interfaceOfRecord, type TaskInterface } from '../../../src/analysis/task-interface.ts';
import type { TaskRecord } from '../../../src/model/document.ts';
import { documentPathOfTask } from '../../../src/model/document-path.ts';
import type { TaskId } from '../../../src/model/ids.ts';
import type { AppState } from '../../state/app-state.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useTask } from '../../state/hooks.ts';
import { useApp } from '../../state/store.ts';
import { useIsFar } from '../detail-level.ts';
import { NODE_PADDING } from '../geometry/node-size.ts';
import type { FlowNode } from '../graph/flow-types.ts';
import { AfterHandle } from './AfterHandle.tsx';
import { FarPorts } from './FarPorts.tsx';
import { InputRow, OutputRow } from './PortRow.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import classes from './TaskNode.module.css';
import { TaskRunLine } from './TaskRunLine.tsx';
import { useTaskRun } from './use-task-run.ts';

const NO_PORTS: TaskInterface = { title: '', inputs: [], outputs: [] };
const BODY_STYLE: CSSProperties = { paddingBlock: NODE_PADDING };

/** One task on the canvas: header, a row per input with its value, a row per output, and its state in the run shown. */
export const TaskNode = memo(function TaskNode({ data, selected }: NodeProps<FlowNode>) {
  const { tabId } = data;
  const task = useTask(tabId, data.key as TaskId);
  return task === undefined ? null : <Task tabId={tabId} task={task} selected={selected} />;
});

function Task({
  tabId,
  task,
  selected,
}: {
  readonly tabId: TabId;
  readonly task: TaskRecord;
  readonly selected: boolean;
}) {
  const { t } = useTranslation();
  const path = useApp((state) => pathOf(state, tabId, task));
  const ports = useApp((state) => portsOf(state, tabId, task));
  const run = useTaskRun(tabId, path);
  const isFar = useIsFar();
  return (
    <article
      className={classes.task}
      data-task={path}
      data-selected={selected}
      data-kind={task.target.kind}
      data-run-state={run?.phase}
      aria-label={t('canvas.task', { name: task.displayName ?? task.name, component: ports.title })}
    >
      {!isFar && <AfterHandle node={task.id} side="in" />}
      {!isFar && <AfterHandle node={task.id} side="out" />}
      <TaskHeader tabId={tabId} task={task} title={ports.title} isFar={isFar} />
      {isFar ? <FarPorts ports={ports} /> : <Rows tabId={tabId} task={task} ports={ports} />}
      {run !== undefined && <TaskRunLine tabId={tabId} run={run} />}
    </article>
  );
}

interface RowsProps {
  readonly tabId: TabId;
  readonly task: TaskRecord;
  readonly ports: TaskInterface;
}

function Rows({ tabId, task, ports }: RowsProps) {
  return (
    <div className={classes.rows} style={BODY_STYLE}>
      {ports.inputs.map((port) => (
        <InputRow key={port.id} tabId={tabId} task={task} port={port} />
      ))}
      {ports.outputs.map((port) => (
        <OutputRow key={port.id} task={task.id} port={port} />
      ))}
    </div>
  );
}

function pathOf(state: AppState, tabId: TabId, task: TaskRecord): string {
  const document = state.documents.tabs.get(tabId)?.document;
  return document === undefined
    ? task.name
    : documentPathOfTask(document, task.id, state.view.byTab.get(tabId)?.through);
}

/** The same object while what the task runs is the same. */
function portsOf(state: AppState, tabId: TabId, task: TaskRecord): TaskInterface {
  const document = state.documents.tabs.get(tabId)?.document;
  return document === undefined ? NO_PORTS : interfaceOfRecord(document, task);
}
