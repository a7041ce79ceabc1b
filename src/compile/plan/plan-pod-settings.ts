import type { SettingValue } from '../../model/argument.ts';
import type { JsonValue } from '../../model/json.ts';
import type { KubernetesSettings, SelectorRequirement, Toleration } from '../../model/kubernetes-settings.ts';
import { pythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { type Fields, presentFields } from '../kfp/present-fields.ts';

type SourceOf = (value: SettingValue<JsonValue>) => Fields;

/**
 * Settings of the pod: where it runs, as whom, how long, with what volumes of its own.
 * The entry is a Struct: int64 fields are texts there, int32 fields floats.
 */
export function planPodSettings(
  settings: KubernetesSettings,
  sourceOf: SourceOf,
): { readonly [field: string]: YamlTree | undefined } {
  const { nodeSelector, sharedMemory, securityContext, timeoutSeconds, podLabels, podAnnotations } = settings;
  return {
    activeDeadlineSeconds: int64(timeoutSeconds === 0 ? undefined : timeoutSeconds),
    emptyDirMounts: settings.emptyDirs?.map((mount) => presentFields({ ...mount })),
    enabledSharedMemory: sharedMemory && presentFields({ ...sharedMemory }),
    fieldPathAsEnv: settings.fieldPathsAsEnv?.map(({ name, fieldPath }) => ({ fieldPath, name })),
    genericEphemeralVolume: settings.ephemeralVolumes?.map(planEphemeralVolume),
    imagePullPolicy: settings.imagePullPolicy,
    initContainers: settings.initContainers?.map(({ env, resources, volumeMounts, ...container }) =>
      presentFields({
        ...container,
        env: env?.map((variable) => presentFields({ ...variable })),
        resources: resources && presentFields({ ...resources }),
        volumeMounts: volumeMounts?.map((mount) => presentFields({ ...mount })),
      }),
    ),
    nodeAffinity: settings.nodeAffinity?.map(({ json, matchExpressions, matchFields, weight }) =>
      presentFields({
        matchExpressions: requirements(matchExpressions),
        matchFields: requirements(matchFields),
        nodeAffinityJson: json === undefined ? undefined : sourceOf(json),
        weight: int32(weight),
      }),
    ),
    nodeSelector:
      nodeSelector &&
      presentFields({
        labels: nodeSelector.labels,
        nodeSelectorJson: nodeSelector.json === undefined ? undefined : sourceOf(nodeSelector.json),
      }),
    podAffinity: settings.podAffinity?.map((term) =>
      presentFields({
        ...term,
        anti: term.anti,
        matchNamespaceExpressions: requirements(term.matchNamespaceExpressions),
        matchPodExpressions: requirements(term.matchPodExpressions),
        weight: int32(term.weight),
      }),
    ),
    podMetadata:
      podLabels === undefined && podAnnotations === undefined
        ? undefined
        : presentFields({ annotations: podAnnotations, labels: podLabels }),
    securityContext:
      securityContext &&
      presentFields({
        runAsGroup: int64(securityContext.runAsGroup),
        runAsNonRoot: securityContext.runAsNonRoot,
        runAsUser: int64(securityContext.runAsUser),
      }),
    tolerations: settings.tolerations?.map((toleration) => planToleration(toleration, sourceOf)),
  };
}

function planToleration(toleration: Toleration, sourceOf: SourceOf): Fields {
  const { json, tolerationSeconds, ...fields } = toleration;
  return presentFields({
    ...fields,
    tolerationJson: json === undefined ? undefined : sourceOf(json),
    tolerationSeconds: int64(tolerationSeconds),
  });
}

function planEphemeralVolume(volume: NonNullable<KubernetesSettings['ephemeralVolumes']>[number]): Fields {
  const { labels, annotations, storageClassName, ...fields } = volume;
  return presentFields({
    ...fields,
    ...(storageClassName === undefined ? { defaultStorageClass: true } : { storageClassName }),
    metadata: labels === undefined && annotations === undefined ? undefined : presentFields({ annotations, labels }),
  });
}

function requirements(list: readonly SelectorRequirement[] | undefined): readonly YamlTree[] | undefined {
  return list?.map((requirement) => presentFields({ ...requirement }));
}

function int64(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function int32(value: number | undefined): YamlTree | undefined {
  return value === undefined ? undefined : pythonFloat(value);
}
