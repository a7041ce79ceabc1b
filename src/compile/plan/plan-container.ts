import { isReferringSetting } from '../../analysis/referring-setting.ts';
import type { ContainerImplementation } from '../../catalog/component-description.ts';
import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { ComponentKey } from '../../model/ids.ts';
import type { EnvironmentVariable, ResourceOptions, TaskOptions } from '../../model/task-options.ts';
import type { PlannedContainer, PlannedResources, PlannedWork } from './plan.ts';
import { planKubernetes } from './plan-kubernetes.ts';
import type { TaskInputs } from './task-inputs.ts';

/** KFP SDK: the task input that carries a resource given by reference. */
const RESOURCE_INPUTS: readonly (readonly [keyof ResourceOptions, string])[] = [
  ['cpuRequest', 'cpu_request'],
  ['cpuLimit', 'cpu_limit'],
  ['memoryRequest', 'memory_request'],
  ['memoryLimit', 'memory_limit'],
  ['acceleratorType', 'accelerator_type'],
  ['acceleratorCount', 'accelerator_count'],
];

/** Plans a task that runs a component: a container, or a pipeline in IR that is used as one. */
export function planContainer(
  document: PipelineDocument,
  key: ComponentKey,
  options: TaskOptions,
  inputs: TaskInputs,
): PlannedWork {
  const record = document.components.get(key);
  const description = record === undefined ? undefined : describeComponentRecord(record);
  if (record === undefined || description === undefined) throw new Error(`Component ${key} was not caught by analysis`);
  const { implementation } = description;
  if (implementation.kind === 'graph') return { kind: 'graph', spec: implementation.spec };
  return {
    kind: 'container',
    component: { record, description },
    container: settingsOf(implementation, options, inputs),
  };
}

function settingsOf(
  implementation: ContainerImplementation,
  options: TaskOptions,
  inputs: TaskInputs,
): PlannedContainer {
  return {
    image: planImage(implementation.image, options, inputs),
    command: implementation.command,
    args: implementation.args,
    env: mergeEnvironment(implementation.env, options.env ?? []),
    resources: planResources(options.resources ?? {}, inputs),
    kubernetes: options.kubernetes === undefined ? {} : planKubernetes(options.kubernetes, inputs),
  };
}

/** KFP SDK: an image given by reference is also passed as the task input `base_image`. */
function planImage(ofComponent: string, { image }: TaskOptions, inputs: TaskInputs): string {
  if (image === undefined) return ofComponent;
  const { text } = inputs.settingText(image);
  if (isReferringSetting(image)) inputs.addConstant('base_image', text);
  return text;
}

function planResources(resources: ResourceOptions, inputs: TaskInputs): PlannedResources {
  const planned: { -readonly [Name in keyof PlannedResources]: PlannedResources[Name] } = {};
  for (const [name, input] of RESOURCE_INPUTS) {
    const value = resources[name];
    if (value === undefined) continue;
    const text = inputs.settingText(value);
    if (!text.isConstant) inputs.addConstant(input, text.text);
    planned[name] = text;
  }
  return planned;
}

/** The component's variables first; setting an existing name replaces the value at its place. */
function mergeEnvironment(
  ofComponent: readonly EnvironmentVariable[],
  ofTask: readonly EnvironmentVariable[],
): readonly EnvironmentVariable[] {
  const merged = new Map<string, string>();
  for (const { name, value } of [...ofComponent, ...ofTask]) merged.set(name, value);
  return [...merged].map(([name, value]) => ({ name, value }));
}
