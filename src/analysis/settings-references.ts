import type { SettingValue } from '../model/argument.ts';
import type { JsonValue } from '../model/json.ts';
import type { KubernetesSettings } from '../model/kubernetes-settings.ts';
import type { TaskOptions } from '../model/task-options.ts';

/** A setting of a task that may hold a reference, with the dotted path a diagnostic names. */
export interface SettingEntry {
  readonly field: string;
  readonly value: SettingValue<JsonValue>;
}

/** Every setting of a task that takes a constant or a reference and is set, in a fixed order. */
export function settingEntries(options: TaskOptions): readonly SettingEntry[] {
  const entries: SettingEntry[] = [];
  const add = (field: string, value: SettingValue<JsonValue> | undefined): void => {
    if (value !== undefined) entries.push({ field: `options.${field}`, value });
  };
  add('image', options.image);
  add('caching.key', options.caching?.key);
  for (const [name, value] of Object.entries(options.resources ?? {})) add(`resources.${name}`, value);
  if (options.kubernetes !== undefined) addKubernetesEntries(options.kubernetes, add);
  return entries;
}

type AddEntry = (field: string, value: SettingValue<JsonValue> | undefined) => void;

function addKubernetesEntries(settings: KubernetesSettings, add: AddEntry): void {
  settings.imagePullSecrets?.forEach((name, index) => {
    add(`kubernetes.imagePullSecrets.${index}`, name);
  });
  for (const list of [
    'secretsAsEnv',
    'secretsAsVolumes',
    'configMapsAsEnv',
    'configMapsAsVolumes',
    'volumeClaims',
  ] as const) {
    settings[list]?.forEach((item, index) => {
      add(`kubernetes.${list}.${index}.name`, item.name);
    });
  }
  add('kubernetes.nodeSelector.json', settings.nodeSelector?.json);
  settings.tolerations?.forEach((toleration, index) => {
    add(`kubernetes.tolerations.${index}.json`, toleration.json);
  });
  settings.nodeAffinity?.forEach((term, index) => {
    add(`kubernetes.nodeAffinity.${index}.json`, term.json);
  });
}
