import type { KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { isReferringSetting } from '../referring-setting.ts';
import { checkLabels } from './kubernetes-labels.ts';
import { isDnsLabel, isMountPath, isObjectName } from './kubernetes-names.ts';
import { isQuantity } from './quantity.ts';
import type { ReportSetting } from './report-setting.ts';

const ACCESS_MODES: ReadonlySet<string> = new Set([
  'ReadWriteOnce',
  'ReadOnlyMany',
  'ReadWriteMany',
  'ReadWriteOncePod',
]);

/** Volumes of a task: names, mount paths (absolute, each once), sub-paths, sizes and access modes. */
export function checkKubernetesVolumes(settings: KubernetesSettings, report: ReportSetting): void {
  const mounted = new Set<string>();
  for (const list of ['secretsAsVolumes', 'configMapsAsVolumes', 'volumeClaims'] as const) {
    settings[list]?.forEach(({ name, mountPath }, index) => {
      const path = `${list}.${index}`;
      if (!isReferringSetting(name) && !isObjectName(name)) report('object-name-invalid', `${path}.name`, { name });
      checkMountPath(mountPath, path, mounted, report);
    });
  }
  settings.volumeClaims?.forEach(({ subPath }, index) => {
    if (subPath === undefined || isRelative(subPath)) return;
    report('sub-path-invalid', `volumeClaims.${index}.subPath`, { path: subPath });
  });
  checkVolumeNames(settings, report);
  checkEmptyDirs(settings, mounted, report);
  checkEphemeral(settings, mounted, report);
  const sharedSize = settings.sharedMemory?.size;
  if (sharedSize !== undefined && !isQuantity(sharedSize)) {
    report('quantity-invalid', 'sharedMemory.size', { value: sharedSize });
  }
}

/** Kubernetes: every volume of a pod has a name of its own. */
function checkVolumeNames(settings: KubernetesSettings, report: ReportSetting): void {
  const taken = new Set<string>();
  for (const list of ['emptyDirs', 'ephemeralVolumes'] as const) {
    settings[list]?.forEach(({ volumeName }, index) => {
      if (taken.has(volumeName)) report('volume-name-taken', `${list}.${index}.volumeName`, { name: volumeName });
      taken.add(volumeName);
    });
  }
}

function checkEmptyDirs(settings: KubernetesSettings, mounted: Set<string>, report: ReportSetting): void {
  settings.emptyDirs?.forEach(({ volumeName, mountPath, sizeLimit }, index) => {
    const path = `emptyDirs.${index}`;
    if (!isDnsLabel(volumeName)) report('volume-name-invalid', `${path}.volumeName`, { name: volumeName });
    checkMountPath(mountPath, path, mounted, report);
    if (sizeLimit !== undefined && !isQuantity(sizeLimit)) {
      report('quantity-invalid', `${path}.sizeLimit`, { value: sizeLimit });
    }
  });
}

function checkEphemeral(settings: KubernetesSettings, mounted: Set<string>, report: ReportSetting): void {
  settings.ephemeralVolumes?.forEach(({ volumeName, mountPath, accessModes, size, labels }, index) => {
    const path = `ephemeralVolumes.${index}`;
    if (!isDnsLabel(volumeName)) report('volume-name-invalid', `${path}.volumeName`, { name: volumeName });
    checkMountPath(mountPath, path, mounted, report);
    if (!isQuantity(size)) report('quantity-invalid', `${path}.size`, { value: size });
    if (accessModes.length === 0) report('access-mode-missing', `${path}.accessModes`, { name: volumeName });
    checkLabels(labels, `${path}.labels`, report);
    for (const mode of accessModes) {
      if (!ACCESS_MODES.has(mode)) report('access-mode-invalid', `${path}.accessModes`, { mode });
    }
  });
}

function checkMountPath(mountPath: string, path: string, mounted: Set<string>, report: ReportSetting): void {
  if (!isMountPath(mountPath)) {
    report('mount-path-invalid', `${path}.mountPath`, { path: mountPath });
  } else if (mounted.has(mountPath)) {
    report('mount-path-duplicate', `${path}.mountPath`, { path: mountPath });
  }
  mounted.add(mountPath);
}

function isRelative(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}
