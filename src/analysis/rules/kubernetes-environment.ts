import type { KeyedEnvironment, KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { isReferringSetting } from '../referring-setting.ts';
import { isEnvironmentName } from './environment.ts';
import { isDataKey, isObjectName } from './kubernetes-names.ts';
import type { ReportSetting } from './report-setting.ts';

/** Secrets, ConfigMaps and field paths as environment variables; names of pull secrets. */
export function checkKubernetesEnvironment(settings: KubernetesSettings, report: ReportSetting): void {
  for (const list of ['secretsAsEnv', 'configMapsAsEnv'] as const) {
    settings[list]?.forEach((entry, index) => {
      checkKeyed(entry, `${list}.${index}`, report);
    });
  }
  settings.fieldPathsAsEnv?.forEach(({ name, fieldPath }, index) => {
    if (!isEnvironmentName(name)) report('env-name-invalid', `fieldPathsAsEnv.${index}.name`, { name });
    if (fieldPath === '') report('field-path-empty', `fieldPathsAsEnv.${index}.fieldPath`, { name });
  });
  settings.imagePullSecrets?.forEach((name, index) => {
    if (!isReferringSetting(name) && !isObjectName(name)) {
      report('object-name-invalid', `imagePullSecrets.${index}`, { name });
    }
  });
}

function checkKeyed(entry: KeyedEnvironment, path: string, report: ReportSetting): void {
  const { name } = entry;
  if (!isReferringSetting(name) && !isObjectName(name)) report('object-name-invalid', `${path}.name`, { name });
  entry.keys.forEach(({ key, variable }, index) => {
    if (!isDataKey(key)) report('data-key-invalid', `${path}.keys.${index}.key`, { key });
    if (!isEnvironmentName(variable)) report('env-name-invalid', `${path}.keys.${index}.variable`, { name: variable });
  });
}
