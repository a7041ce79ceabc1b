import type { Argument } from '../../model/argument.ts';
import type { PipelineDocument, TaskRecord } from '../../model/document.ts';
import type { NodeId } from '../../model/ids.ts';
import { isExitTask } from '../exit-tasks.ts';
import { fix, type TaskContext } from '../rule.ts';
import { meetingOf } from '../scopes.ts';
import { upstreamOf } from '../upstream.ts';

/** KFP SDK: where an input of type PipelineTaskFinalStatus may be used, and what "ignore failure" asks for. */
export function checkFinalStatus(context: TaskContext): void {
  const { document, task, ports, report } = context;
  checkIgnoredFailures(context);
  const input = ports.inputs.find(
    ({ type }) => type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS',
  );
  if (input === undefined || task.arguments[input.id] !== undefined || isExitTask(document, task.id)) return;
  const port = { side: 'in', id: input.id } as const;
  if (task.options.ignoreUpstreamFailure !== true) {
    report({ code: 'final-status-outside-exit', values: { port: input.name }, port });
  } else if (siblingsUpstream(document, task) !== 1) {
    report({ code: 'final-status-needs-one-upstream', values: { port: input.name }, port });
  }
}

/** KFP SDK: the one dependent task must be a sibling: it is what the status is taken of. */
function siblingsUpstream(document: PipelineDocument, task: TaskRecord): number {
  const siblings = new Set<NodeId>();
  for (const node of upstreamOf(task)) {
    const meeting = meetingOf(document, node, task.id);
    if (meeting?.body === task.parent) siblings.add(meeting.upstream);
  }
  return siblings.size;
}

/** Every input fed by an upstream task must have a default: the upstream task may have failed. */
function checkIgnoredFailures({ document, task, ports, report }: TaskContext): void {
  if (task.options.ignoreUpstreamFailure !== true) return;
  for (const input of ports.inputs) {
    const argument = task.arguments[input.id];
    if (argument === undefined || input.optional || !comesFromTask(document, argument)) continue;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option: 'ignoreUpstreamFailure' })];
    const port = { side: 'in', id: input.id } as const;
    report({ code: 'ignored-failure-needs-default', values: { port: input.name }, port, fixes });
  }
}

/** KFP SDK: an item of a loop over a task's output counts as that task's. */
export function comesFromTask(document: PipelineDocument, argument: Argument): boolean {
  if (argument.kind === 'task-output' || argument.kind === 'collected') return true;
  if (argument.kind !== 'loop-item') return false;
  const loop = document.groups.get(argument.loop);
  return loop?.kind === 'loop' && loop.items.kind === 'reference' && loop.items.reference.kind === 'task-output';
}
