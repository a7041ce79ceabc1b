import type { SmallDocument } from '../../helpers/small-document.ts';
import { kubernetes, volume } from './builders.ts';

/** Documents with a fault of Kubernetes settings. */
export const KUBERNETES_CASES: { readonly [code: string]: SmallDocument } = {
  'access-mode-invalid': kubernetes({
    ephemeralVolumes: [{ volumeName: 'v', mountPath: '/v', accessModes: ['Often'], size: '1Gi' }],
  }),
  'access-mode-missing': kubernetes({
    ephemeralVolumes: [{ volumeName: 'v', mountPath: '/v', accessModes: [], size: '1Gi' }],
  }),
  'affinity-weight-invalid': kubernetes({ nodeAffinity: [{ weight: 101 }] }),
  'container-name-invalid': kubernetes({ initContainers: [{ name: 'A b', image: 'alpine' }] }),
  'container-name-taken': kubernetes({ initContainers: [{ name: 'kfp-launcher', image: 'alpine' }] }),
  'data-key-invalid': kubernetes({ secretsAsEnv: [{ name: 's', keys: [{ key: 'a b', variable: 'A' }] }] }),
  'field-path-empty': kubernetes({ fieldPathsAsEnv: [{ name: 'A', fieldPath: '' }] }),
  'label-key-invalid': kubernetes({ podLabels: { 'a b': 'c' } }),
  'label-value-invalid': kubernetes({ podLabels: { a: 'b c' } }),
  'mount-path-duplicate': kubernetes({ volumeClaims: [volume('/a'), volume('/a')] }),
  'mount-path-invalid': kubernetes({ volumeClaims: [volume('a')] }),
  'object-name-invalid': kubernetes({ imagePullSecrets: ['A b'] }),
  'quantity-invalid': kubernetes({ sharedMemory: { size: 'much' } }),
  'root-user-refused': kubernetes({ securityContext: { runAsUser: 0, runAsNonRoot: true } }),
  'security-context-empty': kubernetes({ securityContext: {} }),
  'selector-values-invalid': kubernetes({
    nodeAffinity: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: [] }] }],
  }),
  'sub-path-invalid': kubernetes({ volumeClaims: [{ ...volume('/a'), subPath: '../b' }] }),
  'toleration-needs-exists': kubernetes({ tolerations: [{ operator: 'Equal', value: 'x' }] }),
  'toleration-seconds-unused': kubernetes({ tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 3 }] }),
  'toleration-value-unused': kubernetes({ tolerations: [{ key: 'a', operator: 'Exists', value: 'x' }] }),
  'topology-key-missing': kubernetes({ podAffinity: [{ matchPodLabels: { app: 'x' } }] }),
  'user-id-invalid': kubernetes({ securityContext: { runAsUser: -1 } }),
  'volume-name-invalid': kubernetes({ emptyDirs: [{ volumeName: 'A b', mountPath: '/a' }] }),
  'volume-name-taken': kubernetes({
    emptyDirs: [
      { volumeName: 'v', mountPath: '/a' },
      { volumeName: 'v', mountPath: '/b' },
    ],
  }),
};
