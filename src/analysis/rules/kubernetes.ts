import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { fix, type TaskContext } from '../rule.ts';
import { checkKubernetesEnvironment } from './kubernetes-environment.ts';
import { checkKubernetesPods } from './kubernetes-pods.ts';
import { checkKubernetesVolumes } from './kubernetes-volumes.ts';
import type { ReportSetting } from './report-setting.ts';

/** KFP SDK: what `kfp.kubernetes` itself refuses. */
const REFUSED_BY_SDK: ReadonlySet<string> = new Set([
  'affinity-weight-invalid',
  'container-name-taken',
  'duration-invalid',
  'security-context-empty',
  'user-id-invalid',
]);

/** Syntax of Kubernetes settings: what the API server would refuse when the pod is made. The SDK takes it. */
export function checkKubernetes({ task, report }: TaskContext): void {
  const settings: KubernetesSettings | undefined = task.options.kubernetes;
  if (settings === undefined) return;
  const reportSetting: ReportSetting = (code, path, values) => {
    const option = `kubernetes.${path.split('.')[0] ?? ''}`;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option })];
    report({
      code,
      severity: REFUSED_BY_SDK.has(code) ? 'error' : 'warning',
      values,
      field: `options.kubernetes.${path}`,
      fixes,
    });
  };
  checkKubernetesEnvironment(settings, reportSetting);
  checkKubernetesVolumes(settings, reportSetting);
  checkKubernetesPods(settings, reportSetting);
}
