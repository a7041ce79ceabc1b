import type { KubernetesSettings } from '../../../../../src/model/kubernetes-settings.ts';
import type { FieldSpec } from './field-spec.ts';

type SettingKey = Exclude<keyof KubernetesSettings, 'unknown' | 'imagePullPolicy'>;

const OBJECT_NAME: FieldSpec = { key: 'name', kind: 'setting', isNeeded: true };
const VARIABLE_NAME: FieldSpec = { key: 'name', kind: 'text', isNeeded: true };
const OPTIONAL: FieldSpec = { key: 'optional', kind: 'switch' };
const MOUNT_PATH: FieldSpec = { key: 'mountPath', kind: 'text', isNeeded: true };
const VOLUME_NAME: FieldSpec = { key: 'volumeName', kind: 'text', isNeeded: true };
const WEIGHT: FieldSpec = { key: 'weight', kind: 'whole' };
const JSON_FORM: FieldSpec = { key: 'json', kind: 'json' };

const KEYED_ENVIRONMENT: readonly FieldSpec[] = [
  OBJECT_NAME,
  {
    key: 'keys',
    kind: 'records',
    isNeeded: true,
    fields: [
      { key: 'key', kind: 'text', isNeeded: true },
      { key: 'variable', kind: 'text', isNeeded: true },
    ],
  },
  OPTIONAL,
];

const NAMED_VOLUME: readonly FieldSpec[] = [OBJECT_NAME, MOUNT_PATH, OPTIONAL];

function requirements(key: string): FieldSpec {
  return {
    key,
    kind: 'records',
    fields: [
      { key: 'key', kind: 'text', isNeeded: true },
      {
        key: 'operator',
        kind: 'choice',
        choices: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'],
        isNeeded: true,
      },
      { key: 'values', kind: 'words' },
    ],
  };
}

const INIT_CONTAINER: readonly FieldSpec[] = [
  VARIABLE_NAME,
  { key: 'image', kind: 'text', isNeeded: true },
  { key: 'command', kind: 'words' },
  { key: 'args', kind: 'words' },
  { key: 'env', kind: 'records', fields: [VARIABLE_NAME, { key: 'value', kind: 'text', isNeeded: true }] },
  { key: 'volumeMounts', kind: 'records', fields: [VOLUME_NAME, MOUNT_PATH] },
  { key: 'restartPolicy', kind: 'choice', choices: ['Always'] },
  {
    key: 'resources',
    kind: 'record',
    fields: [
      { key: 'requests', kind: 'map' },
      { key: 'limits', kind: 'map' },
    ],
  },
];

/**
 * Every setting of a task for Kubernetes but the pull policy, which stands beside the image. In the order people need
 * them. KFP proto: `kubernetes_executor_config.proto`.
 */
export const KUBERNETES_FIELDS: readonly (FieldSpec & { readonly key: SettingKey })[] = [
  { key: 'timeoutSeconds', kind: 'whole' },
  { key: 'secretsAsEnv', kind: 'records', fields: KEYED_ENVIRONMENT },
  { key: 'configMapsAsEnv', kind: 'records', fields: KEYED_ENVIRONMENT },
  {
    key: 'fieldPathsAsEnv',
    kind: 'records',
    fields: [VARIABLE_NAME, { key: 'fieldPath', kind: 'text', isNeeded: true }],
  },
  { key: 'secretsAsVolumes', kind: 'records', fields: NAMED_VOLUME },
  { key: 'configMapsAsVolumes', kind: 'records', fields: NAMED_VOLUME },
  { key: 'volumeClaims', kind: 'records', fields: [OBJECT_NAME, MOUNT_PATH, { key: 'subPath', kind: 'text' }] },
  {
    key: 'emptyDirs',
    kind: 'records',
    fields: [VOLUME_NAME, MOUNT_PATH, { key: 'medium', kind: 'text' }, { key: 'sizeLimit', kind: 'text' }],
  },
  {
    key: 'ephemeralVolumes',
    kind: 'records',
    fields: [
      VOLUME_NAME,
      MOUNT_PATH,
      { key: 'accessModes', kind: 'words', isNeeded: true },
      { key: 'size', kind: 'text', isNeeded: true },
      { key: 'storageClassName', kind: 'text' },
      { key: 'labels', kind: 'map' },
      { key: 'annotations', kind: 'map' },
    ],
  },
  {
    key: 'sharedMemory',
    kind: 'record',
    fields: [
      { key: 'volumeName', kind: 'text' },
      { key: 'size', kind: 'text' },
    ],
  },
  { key: 'imagePullSecrets', kind: 'settings', isNeeded: true },
  { key: 'nodeSelector', kind: 'record', fields: [{ key: 'labels', kind: 'map' }, JSON_FORM] },
  {
    key: 'tolerations',
    kind: 'records',
    fields: [
      { key: 'key', kind: 'text' },
      { key: 'operator', kind: 'choice', choices: ['Exists', 'Equal'] },
      { key: 'value', kind: 'text' },
      { key: 'effect', kind: 'choice', choices: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
      { key: 'tolerationSeconds', kind: 'whole' },
      JSON_FORM,
    ],
  },
  {
    key: 'nodeAffinity',
    kind: 'records',
    fields: [requirements('matchExpressions'), requirements('matchFields'), WEIGHT, JSON_FORM],
  },
  {
    key: 'podAffinity',
    kind: 'records',
    fields: [
      { key: 'anti', kind: 'switch' },
      { key: 'topologyKey', kind: 'text' },
      requirements('matchPodExpressions'),
      { key: 'matchPodLabels', kind: 'map' },
      { key: 'namespaces', kind: 'words' },
      requirements('matchNamespaceExpressions'),
      { key: 'matchNamespaceLabels', kind: 'map' },
      WEIGHT,
    ],
  },
  { key: 'podLabels', kind: 'map' },
  { key: 'podAnnotations', kind: 'map' },
  {
    key: 'securityContext',
    kind: 'record',
    fields: [
      { key: 'runAsUser', kind: 'whole' },
      { key: 'runAsGroup', kind: 'whole' },
      { key: 'runAsNonRoot', kind: 'switch' },
    ],
  },
  { key: 'initContainers', kind: 'records', fields: INIT_CONTAINER },
];
