import type { KubernetesSettings, StringMap, Toleration } from '../../model/kubernetes-settings.ts';
import { isImageReference } from './image.ts';
import { isDnsLabel, isLabelValue, isQualifiedName } from './kubernetes-names.ts';
import type { ReportSetting } from './report-setting.ts';

/** Where and how the pod runs: labels, selectors, tolerations, affinity, time limit, user, init containers. */
export function checkKubernetesPods(settings: KubernetesSettings, report: ReportSetting): void {
  checkLabels(settings.podLabels, 'podLabels', report);
  checkLabels(settings.nodeSelector?.labels, 'nodeSelector.labels', report);
  for (const key of Object.keys(settings.podAnnotations ?? {})) {
    if (!isQualifiedName(key)) report('label-key-invalid', 'podAnnotations', { key });
  }
  settings.tolerations?.forEach((toleration, index) => {
    checkToleration(toleration, `tolerations.${index}`, report);
  });
  for (const list of ['nodeAffinity', 'podAffinity'] as const) {
    settings[list]?.forEach(({ weight }, index) => {
      if (weight !== undefined && !(Number.isInteger(weight) && weight >= 1 && weight <= 100)) {
        report('affinity-weight-invalid', `${list}.${index}.weight`, { value: weight });
      }
    });
  }
  checkNumbers(settings, report);
  checkInitContainers(settings, report);
}

function checkLabels(labels: StringMap | undefined, path: string, report: ReportSetting): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (!isQualifiedName(key)) report('label-key-invalid', path, { key });
    if (!isLabelValue(value)) report('label-value-invalid', path, { key, value });
  }
}

/** Kubernetes: `validateTolerations`. */
function checkToleration(toleration: Toleration, path: string, report: ReportSetting): void {
  if (toleration.json !== undefined) return;
  const { key, operator, value, effect, tolerationSeconds } = toleration;
  if ((key === undefined || key === '') && operator !== 'Exists') report('toleration-needs-exists', path, {});
  if (key !== undefined && key !== '' && !isQualifiedName(key)) report('label-key-invalid', `${path}.key`, { key });
  if (operator === 'Exists' && value !== undefined && value !== '') {
    report('toleration-value-unused', `${path}.value`, { value });
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    report('toleration-seconds-unused', `${path}.tolerationSeconds`, { value: tolerationSeconds });
  }
}

function checkNumbers(settings: KubernetesSettings, report: ReportSetting): void {
  const { timeoutSeconds, securityContext } = settings;
  if (timeoutSeconds !== undefined && !isWhole(timeoutSeconds)) {
    report('duration-invalid', 'timeoutSeconds', { value: timeoutSeconds });
  }
  for (const field of ['runAsUser', 'runAsGroup'] as const) {
    const value = securityContext?.[field];
    if (value !== undefined && !isWhole(value)) report('user-id-invalid', `securityContext.${field}`, { value });
  }
}

function checkInitContainers(settings: KubernetesSettings, report: ReportSetting): void {
  const names = new Set(['kfp-launcher']);
  settings.initContainers?.forEach(({ name, image }, index) => {
    const path = `initContainers.${index}`;
    if (!isDnsLabel(name)) report('container-name-invalid', `${path}.name`, { name });
    else if (names.has(name)) report('container-name-taken', `${path}.name`, { name });
    if (!isImageReference(image)) {
      report(image === '' ? 'image-empty' : 'image-syntax', `${path}.image`, { image });
    }
    names.add(name);
  });
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
