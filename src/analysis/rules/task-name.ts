import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import { fix, type TaskContext } from '../rule.ts';

/** The IR takes lower-case letters, digits and single dashes only. */
export function checkTaskName({ task, report }: TaskContext): void {
  const name = sanitiseTaskName(task.name);
  if (name === task.name && name !== '') return;
  report({
    code: 'task-name-invalid',
    values: { name: task.name },
    fixes: [fix({ kind: 'rename-task', task: task.id, name: name === '' ? 'task' : name })],
  });
}
