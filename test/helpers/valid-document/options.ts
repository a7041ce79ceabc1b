import type { JsonObject } from '../../../src/model/json.ts';
import type { KubernetesSettings, PipelinePlatformSettings } from '../../../src/model/kubernetes-settings.ts';
import type { ResourceOptions, TaskOptions } from '../../../src/model/task-options.ts';
import type { Building, Reach } from './building.ts';
import { resourceOf, settingOf } from './values.ts';

type Mutable<Record> = { -readonly [Key in keyof Record]: Record[Key] };

/** Settings of a task; those of containers only where it runs one. */
export function optionsOf(building: Building, reach: Reach, isContainer: boolean): TaskOptions {
  const { choices } = building;
  const options: Mutable<TaskOptions> = {};
  if (choices.once(6)) {
    options.caching = choices.of([{ enabled: false }, { enabled: true, key: 'k' }, { enabled: false, key: "it's" }]);
  }
  if (choices.once(6)) {
    options.retry = choices.of([
      { maxCount: 2 },
      { maxCount: 0, backoffSeconds: 30 },
      { maxCount: 3, backoffSeconds: 60, backoffFactor: 1.5, backoffMaxSeconds: 7200 },
    ]);
  }
  if (!isContainer) return options;
  if (choices.once(6)) options.image = settingOf(building, reach, ['other:1', 'registry.example/x@sha256:0']);
  if (choices.once(5)) options.resources = resourcesOf(building, reach);
  if (choices.once(5)) {
    options.env = choices.of([
      [{ name: 'A', value: '1' }],
      [
        { name: 'MODE', value: 'b' },
        { name: 'COLOUR', value: 'it\'s "blue"' },
        { name: 'A', value: '' },
      ],
    ]);
  }
  if (choices.once(3)) options.kubernetes = kubernetesOf(building, reach);
  return options;
}

function resourcesOf(building: Building, reach: Reach): ResourceOptions {
  const { choices } = building;
  const resources: Mutable<ResourceOptions> = {};
  if (choices.once(2)) resources.cpuRequest = resourceOf(building, reach, ['500m', '0.5']);
  if (choices.once(2)) resources.cpuLimit = resourceOf(building, reach, ['2', '1.25']);
  if (choices.once(2)) resources.memoryRequest = resourceOf(building, reach, ['1Gi', '500M']);
  if (choices.once(2)) resources.memoryLimit = resourceOf(building, reach, ['2Gi', '4G']);
  if (choices.once(3)) {
    resources.acceleratorType = resourceOf(building, reach, ['nvidia.com/gpu']);
    if (choices.once(2)) resources.acceleratorCount = resourceOf(building, reach, ['2']);
  }
  return resources;
}

type Setting = (building: Building, reach: Reach) => KubernetesSettings;

/** One example of each setting that the SDK has a helper for. */
const SETTINGS: readonly Setting[] = [
  () => ({ imagePullPolicy: 'Always' }),
  (building, reach) => ({ imagePullSecrets: [settingOf(building, reach, ['s1']), 's2'] }),
  (building, reach) => ({
    secretsAsEnv: [
      {
        name: settingOf(building, reach, ['secret']),
        keys: [{ key: 'password', variable: 'PASSWORD' }],
        optional: true,
      },
      {
        name: 'other',
        keys: [
          { key: 'a', variable: 'A' },
          { key: 'b', variable: 'B' },
        ],
      },
    ],
  }),
  (building, reach) => ({
    secretsAsVolumes: [
      { name: settingOf(building, reach, ['secret']), mountPath: '/secret', optional: building.choices.once(2) },
    ],
  }),
  (building, reach) => ({
    configMapsAsEnv: [{ name: settingOf(building, reach, ['map']), keys: [{ key: 'k', variable: 'K' }] }],
    configMapsAsVolumes: [{ name: settingOf(building, reach, ['map2']), mountPath: '/config' }],
  }),
  (building, reach) => ({
    volumeClaims: [
      {
        name: settingOf(building, reach, ['claim']),
        mountPath: '/claim',
        ...(building.choices.once(2) ? { subPath: 'a/b' } : {}),
      },
    ],
  }),
  () => ({
    emptyDirs: [
      { volumeName: 'scratch', mountPath: '/scratch' },
      { volumeName: 'fast', mountPath: '/fast', medium: 'Memory', sizeLimit: '1Gi' },
    ],
  }),
  () => ({
    ephemeralVolumes: [
      { volumeName: 'e1', mountPath: '/e1', accessModes: ['ReadWriteOnce'], size: '5Gi' },
      {
        volumeName: 'e2',
        mountPath: '/e2',
        accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
        size: '1Gi',
        storageClassName: 'fast',
        labels: { l: 'v' },
        annotations: { n: 'w' },
      },
    ],
  }),
  () => ({ nodeSelector: { labels: { disk: 'ssd', zone: 'a' } } }),
  () => ({
    tolerations: [
      { key: 'k', operator: 'Equal', value: 'v', effect: 'NoExecute', tolerationSeconds: 30 },
      { operator: 'Exists', effect: 'NoSchedule' },
    ],
  }),
  () => ({
    nodeAffinity: [
      {
        matchExpressions: [{ key: 'k', operator: 'In', values: ['a', 'b'] }],
        matchFields: [{ key: 'f', operator: 'Exists' }],
      },
      { matchExpressions: [{ key: 'k', operator: 'Gt', values: ['3'] }], weight: 50 },
    ],
  }),
  () => ({ podLabels: { app: 'x', b: 'y' }, podAnnotations: { note: 'it\'s "n"' } }),
  () => ({ fieldPathsAsEnv: [{ name: 'NAME', fieldPath: 'metadata.name' }] }),
  () => ({ timeoutSeconds: 20 }),
  () => ({ securityContext: { runAsUser: 1000, runAsGroup: 0, runAsNonRoot: true } }),
  () => ({ securityContext: { runAsNonRoot: false } }),
  (building, reach) => structSettings(building, reach),
];

/** Settings that take a dictionary of a pipeline input or a task. */
function structSettings({ choices }: Building, reach: Reach): KubernetesSettings {
  const structs = reach.given.filter(
    ({ type, reference }) =>
      type.kind === 'parameter' &&
      type.parameterType === 'STRUCT' &&
      (reference.kind === 'input' || reference.kind === 'task-output'),
  );
  if (structs.length === 0) return { nodeSelector: { json: { disk: 'ssd' } } };
  const { reference } = choices.of(structs);
  return choices.of<KubernetesSettings>([
    { nodeSelector: { json: reference } },
    { tolerations: [{ json: reference }, { operator: 'Exists' }] },
    { nodeAffinity: [{ json: reference }] },
  ]);
}

function kubernetesOf(building: Building, reach: Reach): KubernetesSettings {
  const { choices } = building;
  const settings: KubernetesSettings = choices.of(SETTINGS)(building, reach);
  return choices.once(2) ? { ...choices.of(SETTINGS)(building, reach), ...settings } : settings;
}

/** Settings of the whole pipeline. */
export function platformOf({ choices }: Building): PipelinePlatformSettings | undefined {
  const patch: JsonObject = { storageClassName: 'fast', accessModes: ['ReadWriteOnce'] };
  return choices.of<PipelinePlatformSettings | undefined>([
    undefined,
    { workspace: { size: '10Gi' } },
    { workspace: { size: '250Mi', pvcSpecPatch: patch }, activeDeadlineSeconds: 600 },
    { ttlSecondsOnCompletion: 60, ttlSecondsOnSuccess: 30, ttlSecondsOnFailure: 90 },
  ]);
}
