import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import type { TaskOptions } from '../../model/task-options.ts';
import { passthroughsOf } from '../declared-by-component.ts';
import { fix, type TaskContext } from '../rule.ts';

/** KFP SDK: what each field of a component's `task_config_passthroughs` stands for among a task's settings. */
const FIELDS: readonly (readonly [string, keyof TaskOptions | `kubernetes.${keyof KubernetesSettings}`])[] = [
  ['RESOURCES', 'resources'],
  ['ENV', 'env'],
  ['KUBERNETES_TOLERATIONS', 'kubernetes.tolerations'],
  ['KUBERNETES_NODE_SELECTOR', 'kubernetes.nodeSelector'],
  ['KUBERNETES_AFFINITY', 'kubernetes.nodeAffinity'],
  ['KUBERNETES_AFFINITY', 'kubernetes.podAffinity'],
  ['KUBERNETES_VOLUMES', 'kubernetes.volumeClaims'],
  ['KUBERNETES_VOLUMES', 'kubernetes.secretsAsVolumes'],
  ['KUBERNETES_VOLUMES', 'kubernetes.configMapsAsVolumes'],
];

/** KFP SDK: "Task … cannot handle resource type … based on the values in task_config_passthroughs". */
export function checkPassthroughs({ document, task, report }: TaskContext): void {
  const allowed = passthroughsOf(document, task);
  if (allowed === undefined) return;
  for (const [name, option] of FIELDS) {
    if (allowed.includes(name) || !isSet(task.options, option)) continue;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option })];
    report({ code: 'setting-not-passed-through', values: { option }, field: `options.${option}`, fixes });
  }
}

function isSet(options: TaskOptions, path: string): boolean {
  const value = path.split('.').reduce<unknown>((tree, key) => {
    return typeof tree === 'object' && tree !== null ? (tree as { readonly [key: string]: unknown })[key] : undefined;
  }, options);
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
