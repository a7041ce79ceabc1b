import type { SettingValue } from './argument.ts';
import type { KubernetesSettings } from './kubernetes-settings.ts';

/** Settings of one task beside its arguments. An absent key means the KFP default. */
export interface TaskOptions {
  readonly caching?: CachingOptions;
  readonly retry?: RetryOptions;
  readonly resources?: ResourceOptions;
  /** Replaces the component's image. */
  readonly image?: SettingValue;
  readonly env?: readonly EnvironmentVariable[];
  /** Runs even when an upstream task failed. KFP SDK: `.ignore_upstream_failure()`. */
  readonly ignoreUpstreamFailure?: boolean;
  readonly kubernetes?: KubernetesSettings;
}

export interface CachingOptions {
  /** Default true. */
  readonly enabled?: boolean;
  readonly key?: SettingValue;
}

/** KFP SDK: `set_retry`. Durations are in whole seconds. */
export interface RetryOptions {
  readonly maxCount: number;
  readonly backoffSeconds?: number;
  readonly backoffFactor?: number;
  readonly backoffMaxSeconds?: number;
}

/** Kubernetes quantities as the user wrote them (`500m`, `2Gi`). */
export interface ResourceOptions {
  readonly cpuRequest?: SettingValue;
  readonly cpuLimit?: SettingValue;
  readonly memoryRequest?: SettingValue;
  readonly memoryLimit?: SettingValue;
  readonly acceleratorType?: SettingValue;
  readonly acceleratorCount?: SettingValue;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}
