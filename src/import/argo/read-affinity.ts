import { entryOf, isTreeList, plainJson, type TreeMap } from '../../catalog/tree.ts';
import type {
  KubernetesSettings,
  NodeAffinityTerm,
  PodAffinityTerm,
  SelectorRequirement,
} from '../../model/kubernetes-settings.ts';
import { mapOf, mapsOf, textOf, wholeOf } from './tree-fields.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Where a pod wants to run, and beside whom. Kubernetes: `Affinity`. */
export function readAffinity(affinity: TreeMap, note: (field: string) => void): KubernetesSettings {
  const node = mapOf(affinity, 'nodeAffinity');
  const nodeTerms: readonly NodeAffinityTerm[] = [
    ...mapsOf(mapOf(node, REQUIRED), 'nodeSelectorTerms').map(nodeTerm),
    ...mapsOf(node, PREFERRED).map((term) => ({
      ...nodeTerm(mapOf(term, 'preference')),
      weight: wholeOf(term, 'weight') ?? 1,
    })),
  ];
  const podTerms = (['podAffinity', 'podAntiAffinity'] as const).flatMap((field): readonly PodAffinityTerm[] => {
    const rules = mapOf(affinity, field);
    const anti = field === 'podAntiAffinity' ? { anti: true } : {};
    return [
      ...mapsOf(rules, REQUIRED).map((term) => ({ ...podTerm(term, note), ...anti })),
      ...mapsOf(rules, PREFERRED).map((term) => {
        return { ...podTerm(mapOf(term, 'podAffinityTerm'), note), ...anti, weight: wholeOf(term, 'weight') ?? 1 };
      }),
    ];
  });
  return {
    ...(nodeTerms.length === 0 ? {} : { nodeAffinity: nodeTerms }),
    ...(podTerms.length === 0 ? {} : { podAffinity: podTerms }),
  };
}

function nodeTerm(term: TreeMap): NodeAffinityTerm {
  return { ...requirements(term, 'matchExpressions'), ...requirements(term, 'matchFields') };
}

function podTerm(term: TreeMap, note: (field: string) => void): PodAffinityTerm {
  const known = ['labelSelector', 'namespaceSelector', 'namespaces', 'topologyKey'];
  for (const field of Object.keys(term)) if (!known.includes(field)) note(`affinity.${field}`);
  const pods = mapOf(term, 'labelSelector');
  const spaces = mapOf(term, 'namespaceSelector');
  const topologyKey = textOf(term, 'topologyKey');
  const namespaces = entryOf(term, 'namespaces');
  return {
    ...(topologyKey === undefined ? {} : { topologyKey }),
    ...renamed(requirements(pods, 'matchExpressions').matchExpressions, 'matchPodExpressions'),
    ...renamed(labels(pods), 'matchPodLabels'),
    ...(isTreeList(namespaces) ? { namespaces: namespaces.map(String) } : {}),
    ...renamed(requirements(spaces, 'matchExpressions').matchExpressions, 'matchNamespaceExpressions'),
    ...renamed(labels(spaces), 'matchNamespaceLabels'),
  };
}

function requirements<Field extends 'matchExpressions' | 'matchFields'>(
  term: TreeMap,
  field: Field,
): { readonly [Name in Field]?: readonly SelectorRequirement[] } {
  const list = mapsOf(term, field).map((one) => plainJson(one) as unknown as SelectorRequirement);
  const read: { [Name in Field]?: readonly SelectorRequirement[] } = {};
  if (list.length > 0) read[field] = list;
  return read;
}

function labels(selector: TreeMap): { readonly [key: string]: string } | undefined {
  const map = mapOf(selector, 'matchLabels');
  if (Object.keys(map).length === 0) return undefined;
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, String(value)]));
}

function renamed<Value>(value: Value | undefined, name: string): { readonly [key: string]: Value } {
  return value === undefined ? {} : { [name]: value };
}
