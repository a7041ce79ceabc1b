import type { InitContainer, KubernetesSettings } from '../../model/kubernetes-settings.ts';
import { isEnvironmentName } from './environment.ts';
import { isImageReference } from './image.ts';
import { isDnsLabel, isMountPath } from './kubernetes-names.ts';
import { isQuantity } from './quantity.ts';
import type { ReportSetting } from './report-setting.ts';

/** Init containers and sidecars: names, images, variables, mounts, resources. */
export function checkInitContainers(settings: KubernetesSettings, report: ReportSetting): void {
  const names = new Set(['kfp-launcher']);
  settings.initContainers?.forEach((container, index) => {
    const { name, image } = container;
    const path = `initContainers.${index}`;
    if (!isDnsLabel(name)) report('container-name-invalid', `${path}.name`, { name });
    else if (names.has(name)) report('container-name-taken', `${path}.name`, { name });
    if (!isImageReference(image)) {
      report(image === '' ? 'image-empty' : 'image-syntax', `${path}.image`, { image });
    }
    names.add(name);
    checkInside(container, path, report);
  });
}

function checkInside(container: InitContainer, path: string, report: ReportSetting): void {
  container.env?.forEach(({ name }, index) => {
    if (!isEnvironmentName(name)) report('env-name-invalid', `${path}.env.${index}`, { name });
  });
  const mounted = new Set<string>();
  container.volumeMounts?.forEach(({ mountPath }, index) => {
    const code = isMountPath(mountPath) ? 'mount-path-duplicate' : 'mount-path-invalid';
    const isGood = isMountPath(mountPath) && !mounted.has(mountPath);
    if (!isGood) report(code, `${path}.volumeMounts.${index}`, { path: mountPath });
    mounted.add(mountPath);
  });
  for (const list of ['requests', 'limits'] as const) {
    for (const [name, value] of Object.entries(container.resources?.[list] ?? {})) {
      if (!isQuantity(value)) report('quantity-invalid', `${path}.resources.${list}.${name}`, { value });
    }
  }
}
