import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { TaskOptions } from '../../model/task-options.ts';
import { fix, type TaskContext } from '../rule.ts';

/** KFP SDK: "can only be used on single-step components, not pipelines used as components, or … importers". */
const CONTAINER_ONLY: readonly (keyof TaskOptions)[] = ['resources', 'image', 'env', 'kubernetes'];

/** Settings that need a container, on a task that has none. */
export function checkContainerSettings(context: TaskContext): void {
  const { task, report } = context;
  if (runsContainer(context)) return;
  for (const option of CONTAINER_ONLY) {
    const value = task.options[option];
    if (value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)) continue;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option })];
    report({ code: 'setting-needs-container', values: { option }, field: `options.${option}`, fixes });
  }
}

function runsContainer({ document, task, ports }: TaskContext): boolean {
  if (ports.problem !== undefined) return true;
  if (task.target.kind !== 'component') return false;
  const record = document.components.get(task.target.component);
  return record === undefined || describeComponentRecord(record)?.implementation.kind !== 'graph';
}
