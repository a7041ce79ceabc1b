import type { TaskRecord } from '../../model/document.ts';
import type { ResourceOptions, RetryOptions } from '../../model/task-options.ts';
import { type Code, call, labelled, plain } from './code.ts';
import type { FunctionContext } from './function-context.ts';
import { floatLiteral, literal, stringLiteral } from './literals.ts';
import { environmentOf } from './task-settings.ts';
import { kubernetesCalls } from './write-kubernetes.ts';
import { settingCode } from './write-reference.ts';

const RESOURCE_METHODS: readonly (readonly [keyof ResourceOptions, string])[] = [
  ['cpuRequest', 'set_cpu_request'],
  ['cpuLimit', 'set_cpu_limit'],
  ['memoryRequest', 'set_memory_request'],
  ['memoryLimit', 'set_memory_limit'],
  ['acceleratorType', 'set_accelerator_type'],
  ['acceleratorCount', 'set_accelerator_limit'],
];

/** The calls that set what a task is told beside its arguments, one statement each. */
export function settingCalls(context: FunctionContext, task: TaskRecord, variable: string): readonly Code[] {
  const { options } = task;
  const method = (name: string, ...items: Parameters<typeof call>[1]): Code => call(`${variable}.${name}`, items);
  const calls: Code[] = [];
  if ((task.displayName ?? '') !== '') calls.push(method('set_display_name', plain(literal(task.displayName ?? ''))));
  const { caching, retry, image, resources } = options;
  if (caching?.enabled === false || caching?.key !== undefined) {
    const enabled = labelled('enable_caching=', literal(caching.enabled ?? true));
    const key = caching.key === undefined ? [] : [labelled('cache_key=', settingCode(context, caching.key))];
    calls.push(method('set_caching_options', enabled, ...key));
  }
  if (retry !== undefined) calls.push(method('set_retry', ...retryArguments(retry)));
  if (image !== undefined) calls.push(method('set_container_image', plain(settingCode(context, image))));
  for (const [name, setter] of RESOURCE_METHODS) {
    const value = resources?.[name];
    if (value !== undefined) calls.push(method(setter, plain(settingCode(context, value))));
  }
  for (const { name, value } of environmentOf(context.document, task)) {
    calls.push(method('set_env_variable', labelled('name=', literal(name)), labelled('value=', literal(value))));
  }
  if (options.ignoreUpstreamFailure === true) calls.push(method('ignore_upstream_failure'));
  return [...calls, ...kubernetesCalls(context, options.kubernetes ?? {}, variable)];
}

function retryArguments(retry: RetryOptions): Parameters<typeof call>[1] {
  const { maxCount, backoffSeconds, backoffFactor, backoffMaxSeconds } = retry;
  return [
    labelled('num_retries=', literal(maxCount)),
    ...(backoffSeconds === undefined ? [] : [labelled('backoff_duration=', stringLiteral(`${backoffSeconds}s`))]),
    ...(backoffFactor === undefined ? [] : [labelled('backoff_factor=', floatLiteral(backoffFactor))]),
    ...(backoffMaxSeconds === undefined
      ? []
      : [labelled('backoff_max_duration=', stringLiteral(`${backoffMaxSeconds}s`))]),
  ];
}
