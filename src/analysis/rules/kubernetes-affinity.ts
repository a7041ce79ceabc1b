import type { KubernetesSettings, SelectorRequirement } from '../../model/kubernetes-settings.ts';
import { checkLabels } from './kubernetes-labels.ts';
import { isQualifiedName } from './kubernetes-names.ts';
import type { ReportSetting } from './report-setting.ts';

/** Which nodes and neighbours a pod wants. Kubernetes: `validateNodeSelectorRequirement`, `validatePodAffinityTerm`. */
export function checkAffinity(settings: KubernetesSettings, report: ReportSetting): void {
  settings.nodeAffinity?.forEach((term, index) => {
    checkRequirements(term.matchExpressions, `nodeAffinity.${index}.matchExpressions`, report);
    checkRequirements(term.matchFields, `nodeAffinity.${index}.matchFields`, report);
  });
  settings.podAffinity?.forEach((term, index) => {
    const path = `podAffinity.${index}`;
    if ((term.topologyKey ?? '') === '') report('topology-key-missing', `${path}.topologyKey`, {});
    checkRequirements(term.matchPodExpressions, `${path}.matchPodExpressions`, report);
    checkRequirements(term.matchNamespaceExpressions, `${path}.matchNamespaceExpressions`, report);
    checkLabels(term.matchPodLabels, `${path}.matchPodLabels`, report);
    checkLabels(term.matchNamespaceLabels, `${path}.matchNamespaceLabels`, report);
  });
}

function checkRequirements(
  requirements: readonly SelectorRequirement[] | undefined,
  path: string,
  report: ReportSetting,
): void {
  requirements?.forEach(({ key, operator, values = [] }, index) => {
    if (!isQualifiedName(key)) report('label-key-invalid', `${path}.${index}.key`, { key });
    if (!takesValues(operator, values)) report('selector-values-invalid', `${path}.${index}.values`, { key, operator });
  });
}

function takesValues(operator: SelectorRequirement['operator'], values: readonly string[]): boolean {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length > 0;
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0;
    default:
      return values.length === 1 && /^-?\d+$/.test(values[0] ?? '');
  }
}
