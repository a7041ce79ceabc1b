import type { SettingValue } from './argument.ts';
import type { JsonObject, JsonValue } from './json.ts';

/**
 * Kubernetes settings of one task, field by field as the platform document has them.
 * KFP proto: `kubernetes_executor_config.proto`, message KubernetesExecutorConfig.
 */
export interface KubernetesSettings {
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  readonly imagePullSecrets?: readonly SettingValue[];
  readonly secretsAsEnv?: readonly KeyedEnvironment[];
  readonly secretsAsVolumes?: readonly NamedVolume[];
  readonly configMapsAsEnv?: readonly KeyedEnvironment[];
  readonly configMapsAsVolumes?: readonly NamedVolume[];
  readonly volumeClaims?: readonly VolumeClaimMount[];
  readonly emptyDirs?: readonly EmptyDirMount[];
  readonly ephemeralVolumes?: readonly EphemeralVolume[];
  readonly nodeSelector?: { readonly labels?: StringMap; readonly json?: SettingValue<JsonObject> };
  readonly tolerations?: readonly Toleration[];
  readonly nodeAffinity?: readonly NodeAffinityTerm[];
  readonly podAffinity?: readonly PodAffinityTerm[];
  readonly podLabels?: StringMap;
  readonly podAnnotations?: StringMap;
  readonly fieldPathsAsEnv?: readonly { readonly name: string; readonly fieldPath: string }[];
  /** Seconds; the pod is stopped when they are over. KFP SDK: `set_timeout`. */
  readonly timeoutSeconds?: number;
  readonly securityContext?: SecurityContext;
  readonly sharedMemory?: { readonly volumeName?: string; readonly size?: string };
  readonly initContainers?: readonly InitContainer[];
  /** Fields of an imported document that this model does not know; written back unchanged. */
  readonly unknown?: JsonObject;
}

export type StringMap = { readonly [key: string]: string };

/** Keys of a Secret or ConfigMap as environment variables. */
export interface KeyedEnvironment {
  readonly name: SettingValue;
  readonly keys: readonly { readonly key: string; readonly variable: string }[];
  readonly optional?: boolean;
}

/** A Secret or ConfigMap as a volume. */
export interface NamedVolume {
  readonly name: SettingValue;
  readonly mountPath: string;
  readonly optional?: boolean;
}

export interface VolumeClaimMount {
  readonly name: SettingValue;
  readonly mountPath: string;
  readonly subPath?: string;
}

export interface EmptyDirMount {
  readonly volumeName: string;
  readonly mountPath: string;
  readonly medium?: string;
  readonly sizeLimit?: string;
}

export interface EphemeralVolume {
  readonly volumeName: string;
  readonly mountPath: string;
  readonly accessModes: readonly string[];
  readonly size: string;
  /** Absent: the cluster's default storage class. */
  readonly storageClassName?: string;
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
}

export interface Toleration {
  readonly key?: string;
  readonly operator?: 'Exists' | 'Equal';
  readonly value?: string;
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  readonly tolerationSeconds?: number;
  readonly json?: SettingValue<JsonValue>;
}

export interface SelectorRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values?: readonly string[];
}

/** `weight` set means preferred, absent means required. */
export interface NodeAffinityTerm {
  readonly matchExpressions?: readonly SelectorRequirement[];
  readonly matchFields?: readonly SelectorRequirement[];
  readonly weight?: number;
  readonly json?: SettingValue<JsonObject>;
}

export interface PodAffinityTerm {
  readonly anti?: boolean;
  readonly topologyKey?: string;
  readonly matchPodExpressions?: readonly SelectorRequirement[];
  readonly matchPodLabels?: StringMap;
  readonly namespaces?: readonly string[];
  readonly matchNamespaceExpressions?: readonly SelectorRequirement[];
  readonly matchNamespaceLabels?: StringMap;
  readonly weight?: number;
}

export interface SecurityContext {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
}

export interface InitContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly volumeMounts?: readonly { readonly volumeName: string; readonly mountPath: string }[];
  /** `Always` makes it a sidecar. */
  readonly restartPolicy?: 'Always';
  readonly resources?: { readonly requests?: StringMap; readonly limits?: StringMap };
}

/** Pipeline-wide platform settings. KFP proto: PipelineConfig. Times are in seconds. */
export interface PipelinePlatformSettings {
  readonly workspace?: { readonly size: string; readonly pvcSpecPatch?: JsonObject };
  readonly ttlSecondsOnCompletion?: number;
  readonly ttlSecondsOnSuccess?: number;
  readonly ttlSecondsOnFailure?: number;
  readonly activeDeadlineSeconds?: number;
}
