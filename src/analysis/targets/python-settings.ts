import type { TaskRecord } from '../../model/document.ts';
import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { isReference } from '../../model/references.ts';
import type { TargetContext } from './target-rule.ts';

/** `kfp-kubernetes` 2.17: settings of the platform document that it has no helper for, or writes otherwise. */
export function checkPythonSettings({ report }: TargetContext, task: TaskRecord): void {
  const settings = task.options.kubernetes;
  if (settings === undefined) return;
  for (const option of unwritable(settings)) {
    const field = `options.kubernetes.${option}`;
    report({ code: 'python-setting', values: { option }, field }, { node: task.id });
  }
}

function unwritable(settings: KubernetesSettings): readonly string[] {
  const found: string[] = [];
  for (const option of ['podAffinity', 'sharedMemory', 'initContainers', 'unknown'] as const) {
    if (settings[option] !== undefined) found.push(option);
  }
  for (const option of ['secretsAsEnv', 'configMapsAsEnv'] as const) {
    const names = (settings[option] ?? []).map(({ keys }) => keys.map(({ key }) => key));
    // A dictionary holds a key once.
    if (names.some((keys) => new Set(keys).size < keys.length)) found.push(option);
  }
  const { tolerations = [], nodeAffinity = [] } = settings;
  if (tolerations.some(({ json, ...rest }) => json !== undefined && (!isReference(json) || isSet(rest)))) {
    found.push('tolerations');
  }
  // A later JSON term replaces an earlier one.
  const withJson = nodeAffinity.filter(({ json }) => json !== undefined);
  if (withJson.length > 1 || withJson.some(({ json: _, ...rest }) => isSet(rest))) found.push('nodeAffinity');
  return found;
}

function isSet(fields: object): boolean {
  return Object.values(fields).some((value) => value !== undefined);
}
