import { isReferringSetting } from '../../analysis/referring-setting.ts';
import type { SettingValue } from '../../model/argument.ts';
import type { JsonValue } from '../../model/json.ts';
import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { isReference } from '../../model/references.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { parameterSource } from '../kfp/parameter-source.ts';
import { type Fields, presentFields } from '../kfp/present-fields.ts';
import { structValue } from '../kfp/struct-value.ts';
import { planPodSettings } from './plan-pod-settings.ts';
import type { TaskInputs } from './task-inputs.ts';

/**
 * One executor's entry of the platform document. Beside each `…Parameter` field the deprecated field is written for
 * constants. KFP SDK: `kfp-kubernetes`; KFP proto: `kubernetes_executor_config.proto`.
 */
export function planKubernetes(settings: KubernetesSettings, inputs: TaskInputs): Fields {
  return {
    ...presentFields({
      ...planPodSettings(settings, (value) => sourceOf(value, inputs)),
      configMapAsEnv: settings.configMapsAsEnv?.map(({ name, keys, optional }) => ({
        ...named('configMapName', name, inputs),
        keyToEnv: keys.map(({ key, variable }) => presentFields({ configMapKey: key, envVar: variable })),
        optional: optional ?? false,
      })),
      configMapAsVolume: settings.configMapsAsVolumes?.map(({ name, mountPath, optional }) => ({
        ...named('configMapName', name, inputs),
        mountPath,
        optional: optional ?? false,
      })),
      imagePullSecret: settings.imagePullSecrets?.map((name) => named('secretName', name, inputs)),
      pvcMount: settings.volumeClaims?.map(({ name, mountPath, subPath }) =>
        presentFields({ ...claimName(name, inputs), mountPath, subPath }),
      ),
      secretAsEnv: settings.secretsAsEnv?.map(({ name, keys, optional }) => ({
        ...named('secretName', name, inputs),
        keyToEnv: keys.map(({ key, variable }) => presentFields({ envVar: variable, secretKey: key })),
        optional: optional ?? false,
      })),
      secretAsVolume: settings.secretsAsVolumes?.map(({ name, mountPath, optional }) => ({
        ...named('secretName', name, inputs),
        mountPath,
        optional: optional ?? false,
      })),
    }),
    ...settings.unknown,
  };
}

function named(field: string, name: SettingValue, inputs: TaskInputs): Fields {
  const source = { [`${field}Parameter`]: sourceOf(name, inputs) };
  return typeof name === 'string' ? { [field]: name, ...source } : source;
}

/** A claim's deprecated name is a oneof of all three sources. */
function claimName(name: SettingValue, inputs: TaskInputs): Fields {
  const source = sourceOf(name, inputs);
  return { ...(typeof name === 'string' ? { constant: name } : source), pvcNameParameter: source };
}

/** KFP proto: TaskInputsSpec.InputParameterSpec. */
function sourceOf(value: SettingValue<JsonValue>, inputs: TaskInputs): Fields {
  if (isReference(value)) return parameterSource(inputs.bindingOf(value));
  const constant: YamlTree = isReferringSetting(value) ? inputs.textOf(value.parts) : structValue(value);
  return { runtimeValue: { constant } };
}
