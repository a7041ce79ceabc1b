import type { KubernetesSettings, Toleration } from '../../model/kubernetes-settings.ts';
import { checkAffinity } from './kubernetes-affinity.ts';
import { checkInitContainers } from './kubernetes-init-containers.ts';
import { checkLabels } from './kubernetes-labels.ts';
import { isQualifiedName } from './kubernetes-names.ts';
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
  checkAffinity(settings, report);
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
  if (securityContext === undefined) return;
  if (Object.keys(securityContext).length === 0) report('security-context-empty', 'securityContext', {});
  if (securityContext.runAsNonRoot === true && securityContext.runAsUser === 0) {
    report('root-user-refused', 'securityContext.runAsUser', {});
  }
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
