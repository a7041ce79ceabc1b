import type { JsonObject, JsonValue } from '../../model/json.ts';

/** What the Kubernetes settings of one task mean on one machine. Everything else about them is said in `notes`. */
export interface TaskPlatform {
  readonly env: readonly EnvSource[];
  readonly volumes: readonly VolumeSource[];
  readonly timeoutSeconds?: number;
  /** `Always`, `Never` or `IfNotPresent`, for containers. */
  readonly pullPolicy?: string;
  /** `1000` or `1000:1000`, for containers. */
  readonly user?: string;
  /** Settings that have no effect on one machine, by the field that holds them. */
  readonly unused: readonly string[];
}

/** A variable that gets its value from a named map of the local file, or from a field of the task itself. */
export type EnvSource =
  | {
      readonly kind: 'secret' | 'config-map';
      readonly name: string;
      readonly key: string;
      readonly variable: string;
      readonly optional: boolean;
    }
  | { readonly kind: 'field'; readonly path: string; readonly variable: string };

/** A folder that a task finds at a path. */
export interface VolumeSource {
  readonly kind: 'secret' | 'config-map' | 'claim' | 'scratch';
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly optional: boolean;
}

/** Fields that place or decorate a pod: one machine has nothing to place. */
const PLACING = [
  'nodeSelector',
  'tolerations',
  'nodeAffinity',
  'podAffinity',
  'podMetadata',
  'imagePullSecret',
  'initContainers',
  'enabledSharedMemory',
];

/** Reads the settings of one executor, in which references have been resolved. KFP: `KubernetesExecutorConfig`. */
export function readTaskPlatform(config: JsonObject): TaskPlatform {
  const seconds = Number(config.activeDeadlineSeconds);
  const user = readUser(config.securityContext);
  return {
    env: [
      ...readEnv(config.secretAsEnv, 'secret'),
      ...readEnv(config.configMapAsEnv, 'config-map'),
      ...mapsOf(config.fieldPathAsEnv).map(
        ({ name, fieldPath }): EnvSource => ({ kind: 'field', path: textOf(fieldPath), variable: textOf(name) }),
      ),
    ],
    volumes: [
      ...readNamedVolumes(config.secretAsVolume, 'secret'),
      ...readNamedVolumes(config.configMapAsVolume, 'config-map'),
      ...mapsOf(config.pvcMount).map(readClaim),
      ...[...mapsOf(config.emptyDirMounts), ...mapsOf(config.genericEphemeralVolume)].map(
        ({ volumeName, mountPath }): VolumeSource => ({
          kind: 'scratch',
          name: textOf(volumeName),
          mountPath: textOf(mountPath),
          optional: true,
        }),
      ),
    ],
    ...(seconds > 0 ? { timeoutSeconds: seconds } : {}),
    ...(typeof config.imagePullPolicy === 'string' ? { pullPolicy: config.imagePullPolicy } : {}),
    ...(user === undefined ? {} : { user }),
    unused: PLACING.filter((field) => isSet(config[field])),
  };
}

function readEnv(value: JsonValue | undefined, kind: 'secret' | 'config-map'): EnvSource[] {
  const keyField = kind === 'secret' ? 'secretKey' : 'configMapKey';
  return mapsOf(value).flatMap((entry) =>
    mapsOf(entry.keyToEnv).map((pair) => ({
      kind,
      name: nameOf(entry, kind),
      key: textOf(pair[keyField]),
      variable: textOf(pair.envVar),
      optional: entry.optional === true,
    })),
  );
}

function readNamedVolumes(value: JsonValue | undefined, kind: 'secret' | 'config-map'): VolumeSource[] {
  return mapsOf(value).map((entry) => ({
    kind,
    name: nameOf(entry, kind),
    mountPath: textOf(entry.mountPath),
    optional: entry.optional === true,
  }));
}

function nameOf(entry: JsonObject, kind: 'secret' | 'config-map'): string {
  const [parameter, deprecated] =
    kind === 'secret' ? ['secretNameParameter', 'secretName'] : ['configMapNameParameter', 'configMapName'];
  return textOf(entry[parameter] ?? entry[deprecated]);
}

function readClaim(entry: JsonObject): VolumeSource {
  const { pvcNameParameter, constant, mountPath, subPath } = entry;
  return {
    kind: 'claim',
    name: textOf(pvcNameParameter ?? constant),
    mountPath: textOf(mountPath),
    ...(typeof subPath === 'string' && subPath !== '' ? { subPath } : {}),
    optional: true,
  };
}

function readUser(value: JsonValue | undefined): string | undefined {
  const { runAsUser, runAsGroup } = isMap(value) ? value : ({} as JsonObject);
  if (runAsUser === undefined) return undefined;
  return runAsGroup === undefined ? String(runAsUser) : `${String(runAsUser)}:${String(runAsGroup)}`;
}

/** What a field of the pod is on one machine; undefined where there is nothing like it. */
export function fieldValue(
  path: string,
  task: { readonly podName: string; readonly runId: string; readonly taskId: string },
): string | undefined {
  switch (path) {
    case 'metadata.name':
      return task.podName;
    case 'metadata.uid':
      return task.taskId;
    case 'metadata.namespace':
      return 'local';
    case "metadata.labels['pipeline/runid']":
      return task.runId;
    case 'status.hostIP':
    case 'status.podIP':
      return '127.0.0.1';
    default:
      return undefined;
  }
}

function isSet(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && !(typeof value === 'object' && Object.keys(value).length === 0);
}

function mapsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isMap) : [];
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
}
