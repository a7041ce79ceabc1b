import { guessSecret } from '../../model/guess-secret.ts';
import { fix, type TaskContext } from '../rule.ts';

/** A secret as a constant ends up in the file, in git and in the run's records. */
export function checkSecretValues({ task, ports, report }: TaskContext): void {
  for (const [id, argument] of Object.entries(task.arguments)) {
    if (argument.kind !== 'value' || typeof argument.value !== 'string' || argument.value === '') continue;
    if (!guessSecret(id)) continue;
    const port = ports.inputs.find((input) => input.id === id)?.name ?? id;
    report({
      code: 'secret-in-file',
      severity: 'warning',
      values: { port },
      port: { side: 'in', id },
      fixes: [fix({ kind: 'add-pipeline-input', task: task.id, port: id }, { port })],
    });
  }
}
