import type { PipelineDocument } from '../../model/document.ts';
import type { TaskId } from '../../model/ids.ts';
import type { TaskContext } from '../rule.ts';
import { upstreamOf } from '../upstream.ts';

/** KFP SDK: where an input of type PipelineTaskFinalStatus may be used, and what "ignore failure" asks for. */
export function checkFinalStatus(context: TaskContext): void {
  const { document, task, ports, report } = context;
  checkIgnoredFailures(context);
  const input = ports.inputs.find(
    ({ type }) => type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS',
  );
  if (input === undefined || isExitTask(document, task.id)) return;
  const port = { side: 'in', id: input.id } as const;
  if (task.options.ignoreUpstreamFailure !== true) {
    report({ code: 'final-status-outside-exit', values: { port: input.name }, port });
  } else if (upstreamOf(task).length !== 1) {
    report({ code: 'final-status-needs-one-upstream', values: { port: input.name }, port });
  }
}

/** Every input fed by an upstream task must have a default: the upstream task may have failed. */
function checkIgnoredFailures({ task, ports, report }: TaskContext): void {
  if (task.options.ignoreUpstreamFailure !== true) return;
  for (const input of ports.inputs) {
    const argument = task.arguments[input.id];
    if (argument?.kind !== 'task-output' || input.optional) continue;
    report({ code: 'ignored-failure-needs-default', values: { port: input.name }, port: { side: 'in', id: input.id } });
  }
}

/** Whether a task is the exit task of an exit handler. */
export function isExitTask(document: PipelineDocument, task: TaskId): boolean {
  for (const group of document.groups.values()) {
    if (group.kind === 'exit-handler' && group.exitTask === task) return true;
  }
  return false;
}
