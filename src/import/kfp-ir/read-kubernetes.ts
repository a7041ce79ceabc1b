import { entryOf, isTreeList, isTreeMap, plainJson, type TreeMap } from '../../catalog/tree.ts';
import type { InputParameterSpec } from '../../compile/kfp/ir.ts';
import type { SettingValue } from '../../model/argument.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { isReference } from '../../model/references.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { parameterReference } from './channels.ts';
import { parameterSource } from './ir-shape.ts';
import { KUBERNETES_FIELDS } from './kubernetes-shape.ts';
import type { DagScope } from './outline-node.ts';

/** Reads one field of the platform entry into the model's; nothing where it holds what the model does not know. */
type FieldReader = (value: YamlTree, scope: DagScope) => KubernetesSettings | undefined;

/**
 * The Kubernetes settings of one executor. A field with anything this version does not know is kept as it is.
 * KFP proto: `kubernetes_executor_config.proto`.
 */
export function readKubernetes(config: TreeMap, scope: DagScope): KubernetesSettings {
  let settings: KubernetesSettings = {};
  const unknown: { [field: string]: JsonValue } = {};
  for (const [field, value] of Object.entries(config)) {
    const isKnown = Object.hasOwn(READERS, field) && KUBERNETES_FIELDS[field]?.(value, '') === undefined;
    const read = isKnown ? READERS[field]?.(value, scope) : undefined;
    if (read === undefined) unknown[field] = plainJson(value);
    else settings = { ...settings, ...read };
  }
  return Object.keys(unknown).length === 0 ? settings : { ...settings, unknown: unknown as JsonObject };
}

const READERS: { readonly [field: string]: FieldReader } = {
  activeDeadlineSeconds: (value) => withValue('timeoutSeconds', integerOf(value)),
  configMapAsEnv: (value, scope) =>
    withValue('configMapsAsEnv', keyedList(value, scope, 'configMapName', 'configMapKey')),
  configMapAsVolume: (value, scope) => withValue('configMapsAsVolumes', volumeList(value, scope, 'configMapName')),
  emptyDirMounts: (value) =>
    withValue(
      'emptyDirs',
      listOf(value, (item) => plainFields(item, ['volumeName', 'mountPath', 'medium', 'sizeLimit'])),
    ),
  enabledSharedMemory: (value) => withValue('sharedMemory', plainFields(value, ['volumeName', 'size'])),
  fieldPathAsEnv: (value) =>
    withValue(
      'fieldPathsAsEnv',
      listOf(value, (item) => plainFields(item, ['name', 'fieldPath'])),
    ),
  genericEphemeralVolume: (value) => withValue('ephemeralVolumes', listOf(value, ephemeralVolume)),
  imagePullPolicy: (value) => withValue('imagePullPolicy', typeof value === 'string' ? value : undefined),
  imagePullSecret: (value, scope) =>
    withValue(
      'imagePullSecrets',
      listOf(value, (item) => settingName(item, scope, 'secretName', [])),
    ),
  initContainers: (value) =>
    withValue(
      'initContainers',
      listOf(value, (item) => plainFields(item, INIT_CONTAINER)),
    ),
  nodeAffinity: (value, scope) =>
    withValue(
      'nodeAffinity',
      listOf(value, (item) => withJson(item, scope, 'nodeAffinityJson', AFFINITY)),
    ),
  nodeSelector: (value, scope) => withValue('nodeSelector', withJson(value, scope, 'nodeSelectorJson', ['labels'])),
  podAffinity: (value) =>
    withValue(
      'podAffinity',
      listOf(value, (item) => plainFields(item, POD_AFFINITY)),
    ),
  podMetadata: (value) => podMetadata(value),
  pvcMount: (value, scope) =>
    withValue(
      'volumeClaims',
      listOf(value, (item) => volumeClaim(item, scope)),
    ),
  secretAsEnv: (value, scope) => withValue('secretsAsEnv', keyedList(value, scope, 'secretName', 'secretKey')),
  secretAsVolume: (value, scope) => withValue('secretsAsVolumes', volumeList(value, scope, 'secretName')),
  securityContext: (value) => withValue('securityContext', securityContext(value)),
  tolerations: (value, scope) =>
    withValue(
      'tolerations',
      listOf(value, (item) => toleration(item, scope)),
    ),
};

const AFFINITY = ['matchExpressions', 'matchFields', 'weight'];
const INIT_CONTAINER = ['name', 'image', 'command', 'args', 'env', 'volumeMounts', 'restartPolicy', 'resources'];
const POD_AFFINITY = [
  'anti',
  'topologyKey',
  'matchPodExpressions',
  'matchPodLabels',
  'namespaces',
  'matchNamespaceExpressions',
  'matchNamespaceLabels',
  'weight',
];

function withValue(key: keyof KubernetesSettings, value: unknown): KubernetesSettings | undefined {
  return value === undefined ? undefined : ({ [key]: value } as KubernetesSettings);
}

/** A list in which every item could be read. */
function listOf<Item>(value: YamlTree, read: (item: YamlTree) => Item | undefined): readonly Item[] | undefined {
  if (!isTreeList(value)) return undefined;
  const items = value.map(read).filter((item) => item !== undefined);
  return items.length === value.length ? items : undefined;
}

/** A map of plain data with no other keys than these. */
function plainFields(value: YamlTree, keys: readonly string[]): JsonObject | undefined {
  if (!isTreeMap(value) || Object.keys(value).some((key) => !keys.includes(key))) return undefined;
  return plainJson(value) as JsonObject;
}

/** The name of a Secret, ConfigMap or claim, in an entry that may have the other keys too. */
function settingName(
  value: YamlTree,
  scope: DagScope,
  field: string,
  others: readonly string[],
): SettingValue | undefined {
  const parameter = entryOf(value, `${field}Parameter`);
  if (plainFields(value, [field, `${field}Parameter`, ...others]) === undefined || parameter === undefined)
    return undefined;
  return textSourceOf(parameter, scope);
}

/** A name: a text or a reference. */
function textSourceOf(value: YamlTree, scope: DagScope): SettingValue | undefined {
  const source = sourceOf(value, scope);
  return typeof source === 'string' || isReference(source) ? source : undefined;
}

function sourceOf(value: YamlTree, scope: DagScope): SettingValue<JsonValue> | undefined {
  if (parameterSource(value, '') !== undefined) return undefined;
  const source = value as InputParameterSpec;
  if (source.runtimeValue !== undefined) return plainJson(source.runtimeValue.constant);
  return parameterReference(scope, source);
}

function keyedList(value: YamlTree, scope: DagScope, field: string, keyField: string): readonly object[] | undefined {
  return listOf(value, (item) => {
    const name = settingName(item, scope, field, ['keyToEnv', 'optional']);
    const pairs = entryOf(item, 'keyToEnv') ?? [];
    const keys = listOf(pairs, (pair) => {
      const fields = plainFields(pair, [keyField, 'envVar']);
      return fields && { key: fields[keyField] ?? '', variable: fields.envVar ?? '' };
    });
    const optional = entryOf(item, 'optional');
    if (name === undefined || keys === undefined || optional === undefined) return undefined;
    return { name, keys, ...(optional === true ? { optional } : {}) };
  });
}

function volumeList(value: YamlTree, scope: DagScope, field: string): readonly object[] | undefined {
  return listOf(value, (item) => {
    const name = settingName(item, scope, field, ['mountPath', 'optional']);
    const optional = entryOf(item, 'optional');
    if (name === undefined || optional === undefined) return undefined;
    return { name, mountPath: entryOf(item, 'mountPath') ?? '', ...(optional === true ? { optional } : {}) };
  });
}

function volumeClaim(value: YamlTree, scope: DagScope): object | undefined {
  const sources = ['constant', 'componentInputParameter', 'taskOutputParameter'];
  const known = plainFields(value, [...sources, 'pvcNameParameter', 'mountPath', 'subPath']);
  const parameter = entryOf(value, 'pvcNameParameter');
  const name = parameter === undefined ? undefined : textSourceOf(parameter, scope);
  if (known === undefined || name === undefined) return undefined;
  const { mountPath = '', subPath } = known;
  return { name, mountPath, ...(subPath === undefined ? {} : { subPath }) };
}

function ephemeralVolume(value: YamlTree): object | undefined {
  const keys = [
    'volumeName',
    'mountPath',
    'accessModes',
    'size',
    'defaultStorageClass',
    'storageClassName',
    'metadata',
  ];
  const fields = plainFields(value, keys);
  const metadata = entryOf(value, 'metadata') ?? {};
  const labels = plainFields(metadata, ['labels', 'annotations']);
  if (fields === undefined || labels === undefined) return undefined;
  const { defaultStorageClass, metadata: _metadata, ...rest } = fields;
  const hasClass = rest.storageClassName !== undefined;
  return hasClass === (defaultStorageClass === true) ? undefined : { accessModes: [], ...rest, ...labels };
}

function podMetadata(value: YamlTree): KubernetesSettings | undefined {
  const fields = plainFields(value, ['labels', 'annotations']);
  if (fields === undefined) return undefined;
  return {
    ...withValue('podLabels', fields.labels),
    ...withValue('podAnnotations', fields.annotations),
  };
}

function securityContext(value: YamlTree): object | undefined {
  const fields = plainFields(value, ['runAsUser', 'runAsGroup', 'runAsNonRoot']);
  if (fields === undefined) return undefined;
  const entries = Object.entries(fields).map(([key, field]) => {
    return [key, key === 'runAsNonRoot' ? field : integerOf(field as YamlTree)] as const;
  });
  return Object.fromEntries(entries);
}

function toleration(value: YamlTree, scope: DagScope): object | undefined {
  const read = withJson(value, scope, 'tolerationJson', ['key', 'operator', 'value', 'effect', 'tolerationSeconds']);
  if (read === undefined || entryOf(value, 'tolerationSeconds') === undefined) return read;
  return { ...read, tolerationSeconds: integerOf(entryOf(value, 'tolerationSeconds') ?? null) };
}

/** A map of plain data in which one field may be given by reference. */
function withJson(value: YamlTree, scope: DagScope, field: string, keys: readonly string[]): object | undefined {
  const fields = plainFields(value, [...keys, field]);
  if (fields === undefined) return undefined;
  const { [field]: _source, ...rest } = fields;
  const source = entryOf(value, field);
  const json = source === undefined ? undefined : sourceOf(source, scope);
  if (source !== undefined && json === undefined) return undefined;
  const isText = typeof json !== 'object' || json === null;
  if (json !== undefined && isText) return undefined;
  return json === undefined ? rest : { ...rest, json };
}

/** An int64 of a Struct is a text. */
function integerOf(value: YamlTree): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : undefined;
}
