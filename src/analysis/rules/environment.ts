import type { TaskContext } from '../rule.ts';

/** Kubernetes: `IsEnvVarName` (validation before 1.30, which every cluster in use accepts). */
const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Whether a text can be the name of an environment variable in a pod. */
export function isEnvironmentName(name: string): boolean {
  return NAME.test(name) && name !== '.' && !name.startsWith('..');
}

/** Environment variables of a task: their names, each once. The SDK takes any; the pod would be refused. */
export function checkEnvironment({ task, report }: TaskContext): void {
  const seen = new Set<string>();
  task.options.env?.forEach(({ name }, index) => {
    const field = `options.env.${index}`;
    if (!isEnvironmentName(name)) report({ code: 'env-name-invalid', severity: 'warning', values: { name }, field });
    else if (seen.has(name)) report({ code: 'env-name-duplicate', severity: 'warning', values: { name }, field });
    seen.add(name);
  });
}
