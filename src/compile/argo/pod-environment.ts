import type { KeyedEnvironment, KubernetesSettings } from '../../model/kubernetes-settings.ts';
import type { EnvironmentVariable } from '../../model/task-options.ts';
import { type ArgoMap, filledFields } from './argo-tree.ts';
import { settingText, type TaskInputs } from './task-inputs.ts';

/** The environment of the main container: the component's variables, the task's, then those taken from the cluster. */
export function podEnvironment(
  ofComponent: readonly EnvironmentVariable[],
  ofTask: readonly EnvironmentVariable[],
  settings: KubernetesSettings,
  inputs: TaskInputs,
): readonly ArgoMap[] {
  const merged = new Map<string, string>();
  for (const { name, value } of [...ofComponent, ...ofTask]) merged.set(name, value);
  return [
    ...[...merged].map(([name, value]) => ({ name, value })),
    ...keyed(settings.secretsAsEnv, 'secretKeyRef', inputs),
    ...keyed(settings.configMapsAsEnv, 'configMapKeyRef', inputs),
    ...(settings.fieldPathsAsEnv ?? []).map(({ name, fieldPath }) => ({
      name,
      valueFrom: { fieldRef: { fieldPath } },
    })),
  ];
}

function keyed(
  sources: readonly KeyedEnvironment[] | undefined,
  field: 'secretKeyRef' | 'configMapKeyRef',
  inputs: TaskInputs,
): readonly ArgoMap[] {
  return (sources ?? []).flatMap((source) => {
    const name = settingText(inputs, source.name);
    return source.keys.map(({ key, variable }) => ({
      name: variable,
      valueFrom: { [field]: filledFields({ key, name, optional: source.optional }) },
    }));
  });
}
