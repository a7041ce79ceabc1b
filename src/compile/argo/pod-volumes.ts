import type { KubernetesSettings, NamedVolume } from '../../model/kubernetes-settings.ts';
import { type ArgoMap, filledFields } from './argo-tree.ts';
import { settingText, type TaskInputs } from './task-inputs.ts';

/** Volumes of a pod and where its main container has them. */
export interface PodVolumes {
  readonly volumes: readonly ArgoMap[];
  readonly mounts: readonly ArgoMap[];
}

/** Secrets, config maps, claims and volumes of the pod's own. Kubernetes: `PodSpec.volumes`. */
export function podVolumes(settings: KubernetesSettings, inputs: TaskInputs): PodVolumes {
  const volumes: ArgoMap[] = [];
  const mounts: ArgoMap[] = [];
  const add = (name: string, mount: { mountPath: string; subPath?: string }, source: ArgoMap): void => {
    volumes.push({ name, ...source });
    mounts.push(filledFields({ mountPath: mount.mountPath, name, subPath: mount.subPath }));
  };
  addNamed(settings.secretsAsVolumes, (volume, index) => {
    const secretName = settingText(inputs, volume.name);
    add(`secret-${index}`, volume, { secret: filledFields({ optional: volume.optional, secretName }) });
  });
  addNamed(settings.configMapsAsVolumes, (volume, index) => {
    const name = settingText(inputs, volume.name);
    add(`config-map-${index}`, volume, { configMap: filledFields({ name, optional: volume.optional }) });
  });
  settings.volumeClaims?.forEach((claim, index) => {
    const claimName = settingText(inputs, claim.name);
    add(`claim-${index + 1}`, claim, { persistentVolumeClaim: { claimName } });
  });
  for (const { volumeName, mountPath, medium, sizeLimit } of settings.emptyDirs ?? []) {
    add(volumeName, { mountPath }, { emptyDir: filledFields({ medium, sizeLimit }) });
  }
  for (const volume of settings.ephemeralVolumes ?? []) {
    const { volumeName, accessModes, size, storageClassName, labels, annotations } = volume;
    const spec = filledFields({ accessModes, resources: { requests: { storage: size } }, storageClassName });
    const metadata = filledFields({ annotations, labels });
    add(volumeName, volume, { ephemeral: { volumeClaimTemplate: filledFields({ metadata, spec }) } });
  }
  const { sharedMemory } = settings;
  if (sharedMemory !== undefined) {
    const emptyDir = filledFields({ medium: 'Memory', sizeLimit: sharedMemory.size });
    add(sharedMemory.volumeName ?? 'shm', { mountPath: '/dev/shm' }, { emptyDir });
  }
  return { volumes, mounts };
}

function addNamed(
  volumes: readonly NamedVolume[] | undefined,
  add: (volume: NamedVolume, index: number) => void,
): void {
  volumes?.forEach((volume, index) => {
    add(volume, index + 1);
  });
}
