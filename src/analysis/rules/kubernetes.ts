import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { fix, type TaskContext } from '../rule.ts';
import { checkKubernetesEnvironment } from './kubernetes-environment.ts';
import { checkKubernetesPods } from './kubernetes-pods.ts';
import { checkKubernetesVolumes } from './kubernetes-volumes.ts';
import type { ReportSetting } from './report-setting.ts';

/** Syntax of Kubernetes settings: what the API server would refuse when the pod is made. The SDK takes it. */
export function checkKubernetes({ task, report }: TaskContext): void {
  const settings: KubernetesSettings | undefined = task.options.kubernetes;
  if (settings === undefined) return;
  const reportSetting: ReportSetting = (code, path, values) => {
    const option = `kubernetes.${path.split('.')[0] ?? ''}`;
    const fixes = [fix({ kind: 'clear-option', task: task.id, option })];
    report({ code, severity: 'warning', values, field: `options.kubernetes.${path}`, fixes });
  };
  checkKubernetesEnvironment(settings, reportSetting);
  checkKubernetesVolumes(settings, reportSetting);
  checkKubernetesPods(settings, reportSetting);
}
