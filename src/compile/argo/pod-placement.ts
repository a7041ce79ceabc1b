import { isReferringSetting } from '../../analysis/referring-setting.ts';
import type { KubernetesSettings, PodAffinityTerm, SelectorRequirement } from '../../model/kubernetes-settings.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type ArgoMap, filledFields } from './argo-tree.ts';
import type { PodPatch } from './pod-patch.ts';
import { settingText, type TaskInputs } from './task-inputs.ts';

/** Where a pod may run. What is given by reference goes into the patch. Kubernetes: `PodSpec`. */
export function podPlacement(settings: KubernetesSettings, inputs: TaskInputs, patch: PodPatch): ArgoMap {
  return filledFields({
    affinity: affinityOf(settings, inputs, patch),
    nodeSelector: nodeSelectorOf(settings, inputs, patch),
    tolerations: tolerationsOf(settings, inputs, patch),
  });
}

function nodeSelectorOf(settings: KubernetesSettings, inputs: TaskInputs, patch: PodPatch): YamlTree | undefined {
  const { json, labels } = settings.nodeSelector ?? {};
  if (json === undefined) return labels;
  if (!isReferringSetting(json)) return json;
  patch.pod.set('nodeSelector', settingText(inputs, json));
  return undefined;
}

function tolerationsOf(settings: KubernetesSettings, inputs: TaskInputs, patch: PodPatch): readonly ArgoMap[] {
  const { tolerations = [] } = settings;
  const referring = tolerations.flatMap(({ json }) => (isReferringSetting(json) ? [settingText(inputs, json)] : []));
  const constant = tolerations
    .filter(({ json }) => !isReferringSetting(json))
    .map(({ json, ...fields }) => (json === undefined ? filledFields(fields) : (json as ArgoMap)));
  if (referring.length === 0) return constant;
  patch.pod.set('tolerations', `[${[...constant.map((entry) => JSON.stringify(entry)), ...referring].join(', ')}]`);
  return [];
}

function affinityOf(settings: KubernetesSettings, inputs: TaskInputs, patch: PodPatch): ArgoMap {
  const { nodeAffinity = [], podAffinity = [] } = settings;
  for (const { json } of nodeAffinity) {
    if (isReferringSetting(json)) patch.pod.set('affinity', `{"nodeAffinity": ${settingText(inputs, json)}}`);
  }
  const nodeTerms = nodeAffinity.filter(({ json }) => json === undefined);
  const constants = nodeAffinity.filter(({ json }) => json !== undefined && !isReferringSetting(json));
  const nodeAffinityFields = filledFields({
    ...Object.assign({}, ...constants.map(({ json }) => json)),
    preferredDuringSchedulingIgnoredDuringExecution: nodeTerms
      .filter(({ weight }) => weight !== undefined)
      .map(({ weight = 1, ...term }) => ({ preference: selectorTerm(term), weight })),
    requiredDuringSchedulingIgnoredDuringExecution: required(
      nodeTerms.filter(({ weight }) => weight === undefined).map(selectorTerm),
    ),
  });
  return filledFields({
    nodeAffinity: nodeAffinityFields,
    podAffinity: podTerms(podAffinity.filter(({ anti }) => anti !== true)),
    podAntiAffinity: podTerms(podAffinity.filter(({ anti }) => anti === true)),
  });
}

function required(terms: readonly ArgoMap[]): ArgoMap {
  return terms.length === 0 ? {} : { nodeSelectorTerms: terms };
}

function selectorTerm(term: {
  readonly matchExpressions?: readonly SelectorRequirement[];
  readonly matchFields?: readonly SelectorRequirement[];
}): ArgoMap {
  return filledFields({
    matchExpressions: requirements(term.matchExpressions),
    matchFields: requirements(term.matchFields),
  });
}

function podTerms(terms: readonly PodAffinityTerm[]): ArgoMap {
  return filledFields({
    preferredDuringSchedulingIgnoredDuringExecution: terms
      .filter(({ weight }) => weight !== undefined)
      .map((term) => ({ podAffinityTerm: podTerm(term), weight: term.weight ?? 1 })),
    requiredDuringSchedulingIgnoredDuringExecution: terms.filter(({ weight }) => weight === undefined).map(podTerm),
  });
}

function podTerm(term: PodAffinityTerm): ArgoMap {
  const selector = (expressions: PodAffinityTerm['matchPodExpressions'], labels: PodAffinityTerm['matchPodLabels']) =>
    filledFields({ matchExpressions: requirements(expressions), matchLabels: labels });
  return filledFields({
    labelSelector: selector(term.matchPodExpressions, term.matchPodLabels),
    namespaceSelector: selector(term.matchNamespaceExpressions, term.matchNamespaceLabels),
    namespaces: term.namespaces,
    topologyKey: term.topologyKey,
  });
}

function requirements(list: readonly SelectorRequirement[] | undefined): readonly ArgoMap[] | undefined {
  return list?.map(({ key, operator, values }) => filledFields({ key, operator, values }));
}
