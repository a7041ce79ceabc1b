import type { SettingValue } from '../../model/argument.ts';
import type { ResourceOptions } from '../../model/task-options.ts';
import { isReferringSetting } from '../referring-setting.ts';
import { fix, type TaskContext } from '../rule.ts';
import { quantityNumber } from './quantity.ts';

/** KFP SDK: `container_task` checks of `set_cpu_*`, `set_memory_*` and `set_accelerator_limit`. */
const CPU = /^([0-9]*[.])?[0-9]+m?$/;
const MEMORY = /^[0-9]+(E|Ei|P|Pi|T|Ti|G|Gi|M|Mi|K|Ki)?$/;
const COUNT = /^[0-9]+$/;

const SYNTAX: readonly (readonly [keyof ResourceOptions, RegExp, string])[] = [
  ['cpuRequest', CPU, 'cpu-syntax'],
  ['cpuLimit', CPU, 'cpu-syntax'],
  ['memoryRequest', MEMORY, 'memory-syntax'],
  ['memoryLimit', MEMORY, 'memory-syntax'],
  ['acceleratorCount', COUNT, 'accelerator-count-syntax'],
];

/** Why a text cannot be a resource setting: the code of its diagnostic, or nothing when it can. */
export function resourceProblem(name: keyof ResourceOptions, text: string): string | undefined {
  return SYNTAX.find(([setting, pattern]) => setting === name && !pattern.test(text))?.[2];
}

/** Constant resources: their syntax, and that no request is above its limit (Kubernetes refuses such a pod). */
export function checkResources(context: TaskContext): void {
  const resources = context.task.options.resources;
  if (resources === undefined) return;
  for (const [name, pattern, code] of SYNTAX) {
    const value = constantText(resources[name]);
    if (value === undefined || pattern.test(value)) continue;
    context.report({ code, values: { value }, ...placeOf(context, name) });
  }
  checkAcceleratorType(context, resources);
  checkOrder(context, resources, 'cpu', CPU);
  checkOrder(context, resources, 'memory', MEMORY);
}

function checkAcceleratorType(context: TaskContext, resources: ResourceOptions): void {
  if (resources.acceleratorType !== undefined || resources.acceleratorCount === undefined) return;
  context.report({ code: 'accelerator-without-type', severity: 'warning', ...placeOf(context, 'acceleratorCount') });
}

function checkOrder(context: TaskContext, resources: ResourceOptions, kind: 'cpu' | 'memory', syntax: RegExp): void {
  const request = constantText(resources[`${kind}Request`]);
  const limit = constantText(resources[`${kind}Limit`]);
  if (request === undefined || limit === undefined || !syntax.test(request) || !syntax.test(limit)) return;
  if (quantityNumber(request) <= quantityNumber(limit)) return;
  context.report({
    code: 'request-above-limit',
    severity: 'warning',
    values: { request, limit },
    ...placeOf(context, `${kind}Request`),
  });
}

function placeOf({ task }: TaskContext, name: string) {
  const option = `resources.${name}`;
  return { field: `options.${option}`, fixes: [fix({ kind: 'clear-option', task: task.id, option })] };
}

function constantText(value: SettingValue | undefined): string | undefined {
  return value === undefined || isReferringSetting(value) ? undefined : value;
}
