import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { anything, fields, flag, listOf, mapOf, oneOf, type Shape, text } from './shape.ts';

/** A number, however a Struct holds it: int64 fields are texts there, int32 fields floats. */
const wholeNumber: Shape = (tree, path) => {
  const value = isPythonFloat(tree) ? tree.pythonFloat : tree;
  if (typeof value === 'string') return /^-?[0-9]{1,15}$/.test(value) ? undefined : path;
  return Number.isSafeInteger(value) ? undefined : path;
};

const texts = listOf(text);
const textMap = mapOf(text);
const requirement = fields(
  { key: text, operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'), values: texts },
  ['key', 'operator'],
);
const requirements = listOf(requirement);
const mount = { mountPath: text, optional: flag };

function keyed(keyField: string, nameField: string): Shape {
  const pair = fields({ [keyField]: text, envVar: text });
  return listOf(fields({ [nameField]: text, keyToEnv: listOf(pair), optional: flag }));
}

/** KFP proto: `kubernetes_executor_config.proto`. A field of another shape is kept as it is, without being understood. */
export const KUBERNETES_FIELDS: { readonly [field: string]: Shape } = {
  activeDeadlineSeconds: wholeNumber,
  configMapAsEnv: keyed('configMapKey', 'configMapName'),
  configMapAsVolume: listOf(fields({ configMapName: text, ...mount }, ['mountPath'])),
  emptyDirMounts: listOf(
    fields({ volumeName: text, mountPath: text, medium: text, sizeLimit: text }, ['volumeName', 'mountPath']),
  ),
  enabledSharedMemory: fields({ volumeName: text, size: text }),
  fieldPathAsEnv: listOf(fields({ name: text, fieldPath: text }, ['name', 'fieldPath'])),
  genericEphemeralVolume: listOf(
    fields(
      {
        volumeName: text,
        mountPath: text,
        accessModes: texts,
        size: text,
        defaultStorageClass: flag,
        storageClassName: text,
        metadata: fields({ labels: textMap, annotations: textMap }),
      },
      ['volumeName', 'mountPath', 'size'],
    ),
  ),
  imagePullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
  imagePullSecret: listOf(fields({ secretName: text })),
  initContainers: listOf(
    fields(
      {
        name: text,
        image: text,
        command: texts,
        args: texts,
        env: listOf(fields({ name: text, value: text }, ['name', 'value'])),
        volumeMounts: listOf(fields({ volumeName: text, mountPath: text }, ['volumeName', 'mountPath'])),
        restartPolicy: oneOf('Always'),
        resources: fields({ requests: textMap, limits: textMap }),
      },
      ['name', 'image'],
    ),
  ),
  nodeAffinity: listOf(
    fields({
      matchExpressions: requirements,
      matchFields: requirements,
      weight: wholeNumber,
      nodeAffinityJson: anything,
    }),
  ),
  nodeSelector: fields({ labels: textMap }),
  podAffinity: listOf(
    fields({
      anti: flag,
      topologyKey: text,
      matchPodExpressions: requirements,
      matchPodLabels: textMap,
      namespaces: texts,
      matchNamespaceExpressions: requirements,
      matchNamespaceLabels: textMap,
      weight: wholeNumber,
    }),
  ),
  podMetadata: fields({ labels: textMap, annotations: textMap }),
  pvcMount: listOf(fields({ mountPath: text, subPath: text }, ['mountPath'])),
  secretAsEnv: keyed('secretKey', 'secretName'),
  secretAsVolume: listOf(fields({ secretName: text, ...mount }, ['mountPath'])),
  securityContext: fields({ runAsUser: wholeNumber, runAsGroup: wholeNumber, runAsNonRoot: flag }),
  tolerations: listOf(
    fields({
      key: text,
      operator: oneOf('Exists', 'Equal'),
      value: text,
      effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
      tolerationSeconds: wholeNumber,
    }),
  ),
};
