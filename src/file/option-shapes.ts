import {
  BOOLEAN,
  choiceOf,
  DATA,
  JSON_SETTING,
  listOf,
  NAMED_VALUES,
  NUMBER,
  recordOf,
  SECONDS,
  SETTING,
  TEXT,
  TEXT_MAP,
} from './setting-shape.ts';

const KEYED_ENVIRONMENT = recordOf('block', {
  'name!': SETTING,
  'keys!': listOf(recordOf('flow', { 'key!': TEXT, 'variable!': TEXT })),
  optional: BOOLEAN,
});

const NAMED_VOLUME = recordOf('block', { 'name!': SETTING, 'mountPath!': TEXT, optional: BOOLEAN });

const REQUIREMENTS = listOf(
  recordOf('flow', {
    'key!': TEXT,
    'operator!': choiceOf('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'),
    values: listOf(TEXT),
  }),
);

const TOLERATION = recordOf('block', {
  key: TEXT,
  operator: choiceOf('Exists', 'Equal'),
  value: TEXT,
  effect: choiceOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
  tolerationSeconds: NUMBER,
  json: JSON_SETTING,
});

const NODE_AFFINITY = recordOf('block', {
  matchExpressions: REQUIREMENTS,
  matchFields: REQUIREMENTS,
  weight: NUMBER,
  json: JSON_SETTING,
});

const POD_AFFINITY = recordOf('block', {
  anti: BOOLEAN,
  topologyKey: TEXT,
  matchPodExpressions: REQUIREMENTS,
  matchPodLabels: TEXT_MAP,
  namespaces: listOf(TEXT),
  matchNamespaceExpressions: REQUIREMENTS,
  matchNamespaceLabels: TEXT_MAP,
  weight: NUMBER,
});

const EPHEMERAL_VOLUME = recordOf('block', {
  'volumeName!': TEXT,
  'mountPath!': TEXT,
  'accessModes!': listOf(TEXT),
  'size!': TEXT,
  storageClassName: TEXT,
  labels: TEXT_MAP,
  annotations: TEXT_MAP,
});

const INIT_CONTAINER = recordOf('block', {
  'name!': TEXT,
  'image!': TEXT,
  command: listOf(TEXT),
  args: listOf(TEXT),
  env: NAMED_VALUES,
  volumeMounts: listOf(recordOf('flow', { 'volumeName!': TEXT, 'mountPath!': TEXT })),
  restartPolicy: choiceOf('Always'),
  resources: recordOf('block', { requests: TEXT_MAP, limits: TEXT_MAP }),
});

/** `KubernetesSettings` of the model. */
const KUBERNETES = recordOf('block', {
  imagePullPolicy: choiceOf('Always', 'IfNotPresent', 'Never'),
  imagePullSecrets: listOf(SETTING),
  secretsAsEnv: listOf(KEYED_ENVIRONMENT),
  secretsAsVolumes: listOf(NAMED_VOLUME),
  configMapsAsEnv: listOf(KEYED_ENVIRONMENT),
  configMapsAsVolumes: listOf(NAMED_VOLUME),
  volumeClaims: listOf(recordOf('block', { 'name!': SETTING, 'mountPath!': TEXT, subPath: TEXT })),
  emptyDirs: listOf(recordOf('block', { 'volumeName!': TEXT, 'mountPath!': TEXT, medium: TEXT, sizeLimit: TEXT })),
  ephemeralVolumes: listOf(EPHEMERAL_VOLUME),
  nodeSelector: recordOf('block', { labels: TEXT_MAP, json: JSON_SETTING }),
  tolerations: listOf(TOLERATION),
  nodeAffinity: listOf(NODE_AFFINITY),
  podAffinity: listOf(POD_AFFINITY),
  podLabels: TEXT_MAP,
  podAnnotations: TEXT_MAP,
  fieldPathsAsEnv: listOf(recordOf('flow', { 'name!': TEXT, 'fieldPath!': TEXT })),
  timeoutSeconds: NUMBER,
  securityContext: recordOf('block', { runAsUser: NUMBER, runAsGroup: NUMBER, runAsNonRoot: BOOLEAN }),
  sharedMemory: recordOf('flow', { volumeName: TEXT, size: TEXT }),
  initContainers: listOf(INIT_CONTAINER),
  unknown: DATA,
});

/** `TaskOptions` of the model. */
export const TASK_OPTIONS = recordOf('block', {
  caching: recordOf('flow', { enabled: BOOLEAN, key: SETTING }),
  retry: recordOf('flow', {
    'maxCount!': NUMBER,
    'backoffSeconds=backoff': SECONDS,
    backoffFactor: NUMBER,
    'backoffMaxSeconds=backoffMax': SECONDS,
  }),
  resources: recordOf('block', {
    cpuRequest: SETTING,
    cpuLimit: SETTING,
    memoryRequest: SETTING,
    memoryLimit: SETTING,
    acceleratorType: SETTING,
    acceleratorCount: SETTING,
  }),
  image: SETTING,
  env: NAMED_VALUES,
  ignoreUpstreamFailure: BOOLEAN,
  kubernetes: KUBERNETES,
});

/** `PipelinePlatformSettings` of the model. */
export const PLATFORM_SETTINGS = recordOf('block', {
  workspace: recordOf('block', { 'size!': TEXT, pvcSpecPatch: DATA }),
  ttlSecondsOnCompletion: NUMBER,
  ttlSecondsOnSuccess: NUMBER,
  ttlSecondsOnFailure: NUMBER,
  activeDeadlineSeconds: NUMBER,
});
