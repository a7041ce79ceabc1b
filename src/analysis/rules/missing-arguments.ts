import { fix, type TaskContext } from '../rule.ts';

/** KFP SDK: "missing N required arguments". */
export function checkMissingArguments({ task, ports, report }: TaskContext): void {
  if (ports.problem !== undefined) return;
  for (const input of ports.inputs) {
    if (input.optional || Object.hasOwn(task.arguments, input.id)) continue;
    report({
      code: 'missing-argument',
      values: { port: input.name },
      port: { side: 'in', id: input.id },
      fixes: [fix({ kind: 'add-pipeline-input', task: task.id, port: input.id }, { port: input.name })],
    });
  }
}
