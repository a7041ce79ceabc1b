import fc from 'fast-check';
import type { Reference, SettingValue } from '../../src/model/argument.ts';
import type { KubernetesSettings, PipelinePlatformSettings } from '../../src/model/kubernetes-settings.ts';
import type { TaskOptions } from '../../src/model/task-options.ts';
import {
  arbitraryConstant,
  arbitraryMap,
  arbitraryParts,
  arbitraryText,
  arbitraryUnknown,
} from './arbitrary-values.ts';

const name = fc.constantFrom('alpha', 'beta-2', 'gamma.delta');
const path = fc.constantFrom('/mnt', '/data/x', '/');
const labels = fc.dictionary(arbitraryText, arbitraryText, { maxKeys: 2 }).map((map) => ({ ...map }));
const count = fc.nat({ max: 9 });

/** A record of which every optional field may be absent. */
function optional<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[] = []): fc.Arbitrary<T> {
  return fc.record(model, { requiredKeys: required }) as fc.Arbitrary<T>;
}

function few<T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(item, { minLength: 0, maxLength: 2 });
}

const requirements = few(
  optional(
    {
      key: name,
      operator: fc.constantFrom('In' as const, 'Exists' as const, 'Gt' as const),
      values: few(arbitraryText),
    },
    ['key', 'operator'],
  ),
);

/** Any task options over the given references. */
export function arbitraryOptions(reference: fc.Arbitrary<Reference>): fc.Arbitrary<TaskOptions> {
  const setting: fc.Arbitrary<SettingValue> = fc.oneof(
    arbitraryText,
    reference,
    arbitraryParts(reference).map((parts) => ({ kind: 'text' as const, parts })),
  );
  return optional<TaskOptions>({
    caching: optional({ enabled: fc.boolean(), key: setting }),
    retry: optional({ maxCount: count, backoffSeconds: count, backoffFactor: count, backoffMaxSeconds: count }, [
      'maxCount',
    ]),
    resources: optional({ cpuRequest: setting, cpuLimit: setting, memoryLimit: setting, acceleratorCount: setting }),
    image: setting,
    env: few(fc.record({ name: arbitraryText, value: arbitraryText })),
    ignoreUpstreamFailure: fc.boolean(),
    kubernetes: arbitraryKubernetes(reference, setting),
  } as { [K in keyof TaskOptions]: fc.Arbitrary<TaskOptions[K]> });
}

function arbitraryKubernetes(
  reference: fc.Arbitrary<Reference>,
  setting: fc.Arbitrary<SettingValue>,
): fc.Arbitrary<KubernetesSettings> {
  const keyed = optional(
    { name: setting, keys: few(fc.record({ key: name, variable: name })), optional: fc.boolean() },
    ['name', 'keys'],
  );
  const volume = optional({ name: setting, mountPath: path, optional: fc.boolean() }, ['name', 'mountPath']);
  return optional<KubernetesSettings>({
    imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent', 'Never'),
    imagePullSecrets: few(setting),
    secretsAsEnv: few(keyed),
    secretsAsVolumes: few(volume),
    configMapsAsEnv: few(keyed),
    configMapsAsVolumes: few(volume),
    volumeClaims: few(optional({ name: setting, mountPath: path, subPath: path }, ['name', 'mountPath'])),
    emptyDirs: few(
      optional({ volumeName: name, mountPath: path, medium: name, sizeLimit: name }, ['volumeName', 'mountPath']),
    ),
    ephemeralVolumes: few(
      optional({ volumeName: name, mountPath: path, accessModes: few(name), size: name, labels }, [
        'volumeName',
        'mountPath',
        'accessModes',
        'size',
      ]),
    ),
    nodeSelector: optional({ labels, json: fc.oneof(arbitraryMap.filter(noKind), reference) }),
    tolerations: few(
      optional({
        key: name,
        operator: fc.constantFrom('Exists' as const, 'Equal' as const),
        tolerationSeconds: count,
        json: fc.oneof(arbitraryConstant.filter(noKind), reference),
      }),
    ),
    nodeAffinity: few(
      optional({
        matchExpressions: requirements,
        weight: count,
        json: fc.oneof(arbitraryMap.filter(noKind), reference),
      }),
    ),
    podAffinity: few(
      optional({ anti: fc.boolean(), topologyKey: name, matchPodLabels: labels, namespaces: few(name) }),
    ),
    podLabels: labels,
    podAnnotations: labels,
    fieldPathsAsEnv: few(fc.record({ name, fieldPath: name })),
    timeoutSeconds: count,
    securityContext: optional({ runAsUser: count, runAsNonRoot: fc.boolean() }),
    sharedMemory: optional({ volumeName: name, size: name }),
    initContainers: few(
      optional(
        {
          name,
          image: name,
          command: few(arbitraryText),
          env: few(fc.record({ name, value: arbitraryText })),
          resources: optional({ limits: labels }),
        },
        ['name', 'image'],
      ),
    ),
    unknown: arbitraryUnknown,
  } as { [K in keyof KubernetesSettings]: fc.Arbitrary<KubernetesSettings[K]> });
}

/** A constant map with a field `kind` could be taken for a reference. */
function noKind(value: unknown): boolean {
  return typeof value !== 'object' || value === null || !('kind' in value);
}

/** Any platform settings of a pipeline. */
export const arbitraryPlatform: fc.Arbitrary<PipelinePlatformSettings> = optional<PipelinePlatformSettings>({
  workspace: optional({ size: name, pvcSpecPatch: arbitraryMap }, ['size']),
  ttlSecondsOnCompletion: count,
  ttlSecondsOnFailure: count,
  activeDeadlineSeconds: count,
} as { [K in keyof PipelinePlatformSettings]: fc.Arbitrary<PipelinePlatformSettings[K]> });
