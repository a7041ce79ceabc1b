import { isReferringSetting } from '../../analysis/referring-setting.ts';
import type { ResourceOptions } from '../../model/task-options.ts';
import { pythonJson } from '../../yaml/python-text.ts';
import { type ArgoMap, filledFields } from './argo-tree.ts';
import type { PodPatch } from './pod-patch.ts';
import { settingText, type TaskInputs } from './task-inputs.ts';

/** KFP SDK: the accelerator that a bare count means. */
const GPU = 'nvidia.com/gpu';

type Amounts = { [name: string]: string };

/**
 * Requests and limits of the main container. Amounts that a run gives go into the patch, because Kubernetes refuses
 * text that is no amount before it is filled in. KFP SDK 1.8 does the same.
 */
export function containerResources(resources: ResourceOptions, inputs: TaskInputs, patch: PodPatch): ArgoMap {
  const constant = { requests: {} as Amounts, limits: {} as Amounts };
  const referring = { requests: {} as Amounts, limits: {} as Amounts };
  const add = (side: 'requests' | 'limits', name: string, value: ResourceOptions['cpuLimit']): void => {
    if (value === undefined) return;
    (isReferringSetting(value) ? referring : constant)[side][name] = quantity(settingText(inputs, value));
  };
  const { acceleratorCount, acceleratorType } = resources;
  add('requests', 'cpu', resources.cpuRequest);
  add('requests', 'memory', resources.memoryRequest);
  add('limits', 'cpu', resources.cpuLimit);
  add('limits', 'memory', resources.memoryLimit);
  const accelerator = acceleratorType === undefined ? GPU : settingText(inputs, acceleratorType);
  if (isReferringSetting(acceleratorType) && acceleratorCount !== undefined) {
    referring.limits[accelerator] = settingText(inputs, acceleratorCount);
  } else add('limits', accelerator, acceleratorCount ?? (acceleratorType === undefined ? undefined : '1'));
  const late = filledFields(referring);
  if (Object.keys(late).length > 0) patch.container.set('resources', pythonJson(late));
  return filledFields(constant);
}

/** KFP takes `K` for a thousand, as it does `M` for a million; Kubernetes writes that one small. */
function quantity(text: string): string {
  return /^[\d.]+K$/.test(text) ? text.replace('K', 'k') : text;
}
