import { useMemo } from 'react';
import { interfaceOfRecord } from '../../../../src/analysis/task-interface.ts';
import type { TaskRecord } from '../../../../src/model/document.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { pipelineOfBody } from '../../../../src/model/lookups.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useDocument, useNodeDiagnostics, useTask } from '../../../state/hooks.ts';
import { FieldProblems } from '../fields/FieldProblems.tsx';
import { ComponentInfo } from './ComponentInfo.tsx';
import { InputFields } from './InputFields.tsx';
import { OutputFields } from './OutputFields.tsx';
import { ContainerOptions } from './options/ContainerOptions.tsx';
import { KubernetesOptions } from './options/KubernetesOptions.tsx';
import { CachingOptions, RetryOptions } from './options/PlainOptions.tsx';
import { ResourceOptions } from './options/ResourceOptions.tsx';
import { RunAfter } from './RunAfter.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import { TaskNames } from './TaskNames.tsx';
import type { TaskPartProps } from './task-part-props.ts';
import { useTaskRun } from './use-task-run.ts';

/** One task in fields. */
export function TaskInspector({ tabId, taskId }: { readonly tabId: TabId; readonly taskId: TaskId }) {
  const task = useTask(tabId, taskId);
  return task === undefined ? null : <TaskParts key={taskId} tabId={tabId} task={task} />;
}

function TaskParts({ tabId, task }: { readonly tabId: TabId; readonly task: TaskRecord }) {
  const document = useDocument(tabId);
  const problems = useNodeDiagnostics(tabId, task.id);
  const run = useTaskRun(tabId, task.id);
  const ports = interfaceOfRecord(document, task);
  const pipeline = pipelineOfBody(document, task.parent);
  const general = useMemo(
    () => problems.filter(({ place }) => place.port === undefined && place.field === undefined),
    [problems],
  );
  const part: TaskPartProps = { tabId, document, pipeline, task, ports, problems };
  return (
    <>
      <TaskHeader {...part} run={run} />
      {general.length > 0 && (
        <div className="inspector-problems">
          <FieldProblems tabId={tabId} problems={general} />
        </div>
      )}
      <TaskNames {...part} />
      <ComponentInfo {...part} />
      <InputFields {...part} run={run} />
      <OutputFields {...part} run={run} />
      <RunAfter {...part} />
      <CachingOptions {...part} />
      <RetryOptions {...part} />
      {task.target.kind === 'component' && (
        <>
          <ResourceOptions {...part} />
          <ContainerOptions {...part} />
        </>
      )}
      <KubernetesOptions {...part} />
    </>
  );
}
