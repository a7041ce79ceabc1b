import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { KubernetesSettings, StringMap, Toleration } from '../../model/kubernetes-settings.ts';
import type { EnvironmentVariable, ResourceOptions, TaskOptions } from '../../model/task-options.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { textOf } from './elyra-shape.ts';

/**
 * Settings of a node over those of the pipeline. Elyra: lists are merged by their keys, the node's entries win.
 * Variables and secrets are for notebooks and scripts only.
 */
export function readNodeOptions(node: TreeMap, defaults: TreeMap, isGeneric: boolean): TaskOptions {
  const merged = (field: string, keys: readonly string[]): readonly TreeMap[] =>
    mergeEntries(entryOf(defaults, field), entryOf(node, field), keys);
  const environment = isGeneric ? merged('env_vars', ['env_var', 'value']).flatMap(variableOf) : [];
  const resources = readResources(node, defaults);
  const kubernetes = readKubernetes(node, defaults, merged, isGeneric);
  const isUncached = /^true$/i.test(
    String(entryOf(node, 'disable_node_caching') ?? entryOf(defaults, 'disable_node_caching')),
  );
  return {
    ...(isUncached ? { caching: { enabled: false } } : {}),
    ...(Object.keys(resources).length === 0 ? {} : { resources }),
    ...(environment.length === 0 ? {} : { env: environment }),
    ...(Object.keys(kubernetes).length === 0 ? {} : { kubernetes }),
  };
}

type Merged = (field: string, keys: readonly string[]) => readonly TreeMap[];

/** Before version 6 entries were texts: `NAME=value`, `NAME=secret:key`, `/path=claim`, `key:operator:value:effect`. */
function mergeEntries(
  defaults: YamlTree | undefined,
  own: YamlTree | undefined,
  keys: readonly string[],
): readonly TreeMap[] {
  const merged = new Map<string, TreeMap>();
  for (const list of [defaults, own]) {
    for (const item of isTreeList(list) ? list : []) {
      const entry = isTreeMap(item) ? item : entryOfText(item, keys);
      if (entry !== undefined) merged.set(String(entry[keys[0] ?? ''] ?? merged.size), entry);
    }
  }
  return [...merged.values()];
}

function entryOfText(item: YamlTree, keys: readonly string[]): TreeMap | undefined {
  if (typeof item !== 'string' || item === '') return undefined;
  const [first = '', rest = ''] = splitOnce(item, keys[1] === 'operator' ? ':' : '=');
  const others = keys.length > 2 ? rest.split(':') : [rest];
  const entries = [first, ...others].map((text, index) => [keys[index] ?? '', text] as const);
  return Object.fromEntries(entries.filter(([key]) => key !== ''));
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function variableOf(entry: TreeMap): readonly EnvironmentVariable[] {
  const name = textOf(entry, 'env_var')?.trim() ?? '';
  return name === '' ? [] : [{ name, value: textOf(entry, 'value') ?? '' }];
}

/** Elyra: processors are whole or part numbers, memory is in gigabytes. */
function readResources(node: TreeMap, defaults: TreeMap): ResourceOptions {
  const amount = (field: string, unit: string): string | undefined => {
    const value = Number(entryOf(node, field) ?? entryOf(defaults, field) ?? Number.NaN);
    return Number.isFinite(value) && value > 0 ? `${value}${unit}` : undefined;
  };
  const gpus = amount('gpu', '');
  const fields: { readonly [Field in keyof ResourceOptions]: string | undefined } = {
    cpuRequest: amount('cpu', ''),
    cpuLimit: amount('cpu_limit', ''),
    memoryRequest: amount('memory', 'G'),
    memoryLimit: amount('memory_limit', 'G'),
    acceleratorType: gpus && (textOf(node, 'gpu_vendor') || textOf(defaults, 'gpu_vendor') || 'nvidia.com/gpu'),
    acceleratorCount: gpus,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function readKubernetes(node: TreeMap, defaults: TreeMap, merged: Merged, isGeneric: boolean): KubernetesSettings {
  const secrets = isGeneric ? merged('kubernetes_secrets', ['env_var', 'name', 'key']) : [];
  const volumes = merged('mounted_volumes', ['path', 'pvc_name']).flatMap(volumeOf);
  const tolerations = merged('kubernetes_tolerations', ['key', 'operator', 'value', 'effect']).map(tolerationOf);
  const shared = entryOf(node, 'kubernetes_shared_mem_size') ?? entryOf(defaults, 'kubernetes_shared_mem_size');
  const size = Number(entryOf(shared, 'size') ?? 0);
  return {
    ...filled('secretsAsEnv', secrets.flatMap(secretOf)),
    ...filled('volumeClaims', volumes),
    ...filled('tolerations', tolerations),
    ...filledMap('podLabels', pairsOf(merged('kubernetes_pod_labels', ['key', 'value']))),
    ...filledMap('podAnnotations', pairsOf(merged('kubernetes_pod_annotations', ['key', 'value']))),
    ...(size > 0 ? { sharedMemory: { size: `${size}G` } } : {}),
  };
}

function filled<Key extends string, Item>(key: Key, items: readonly Item[]): { readonly [K in Key]?: readonly Item[] } {
  return items.length === 0 ? {} : ({ [key]: items } as { readonly [K in Key]: readonly Item[] });
}

function filledMap<Key extends string>(key: Key, map: StringMap): { readonly [K in Key]?: StringMap } {
  return Object.keys(map).length === 0 ? {} : ({ [key]: map } as { readonly [K in Key]: StringMap });
}

function secretOf(entry: TreeMap): NonNullable<KubernetesSettings['secretsAsEnv']> {
  const [variable = '', name = '', key = ''] = ['env_var', 'name', 'key'].map((field) => textOf(entry, field));
  return variable === '' || name === '' ? [] : [{ name, keys: [{ key, variable }] }];
}

function volumeOf(entry: TreeMap): NonNullable<KubernetesSettings['volumeClaims']> {
  const [mountPath = '', name = '', subPath = ''] = ['path', 'pvc_name', 'sub_path'].map((field) =>
    textOf(entry, field),
  );
  return name === '' ? [] : [{ name, mountPath, ...(subPath === '' ? {} : { subPath }) }];
}

function tolerationOf(entry: TreeMap): Toleration {
  const fields = ['key', 'operator', 'value', 'effect'].map((field) => [field, textOf(entry, field) ?? ''] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}

function pairsOf(entries: readonly TreeMap[]): StringMap {
  const pairs = entries.map((entry) => [textOf(entry, 'key') ?? '', textOf(entry, 'value') ?? ''] as const);
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}
