import type { TreeMap } from '../../catalog/tree.ts';
import type { ContainerExecutor, ContainerResources, RetryPolicy, TaskSpec } from '../../compile/kfp/ir.ts';
import type { SettingValue } from '../../model/argument.ts';
import type { ResourceOptions, RetryOptions, TaskOptions } from '../../model/task-options.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import type { DagScope } from './outline-node.ts';
import type { TaskReader } from './read-argument.ts';
import { readKubernetes } from './read-kubernetes.ts';

/** Names of the inputs the compiler adds for settings given by reference. KFP SDK: `pipeline_spec_builder`. */
export const SETTING_INPUTS: ReadonlySet<string> = new Set([
  'base_image',
  'cpu_request',
  'cpu_limit',
  'memory_request',
  'memory_limit',
  'accelerator_type',
  'accelerator_count',
]);

/** What a task's options are read from. */
export interface OptionSources {
  readonly task: TaskSpec;
  readonly container: ContainerExecutor | undefined;
  readonly kubernetes: TreeMap | undefined;
  readonly reader: TaskReader;
  readonly scope: DagScope;
  /** An exit task runs however its group ended; that is no setting of its own. */
  readonly isExitTask: boolean;
}

/** The settings of a task, from its spec, its executor and its platform entry. */
export function readOptions({ task, container, kubernetes, reader, scope, isExitTask }: OptionSources): TaskOptions {
  const caching = readCaching(task);
  const resources = container?.resources === undefined ? {} : readResources(container.resources, reader);
  const env = container?.env ?? [];
  const runsAnyway = task.triggerPolicy?.strategy === 'ALL_UPSTREAM_TASKS_COMPLETED';
  return {
    ...(caching === undefined ? {} : { caching }),
    ...(task.retryPolicy === undefined ? {} : { retry: readRetry(task.retryPolicy) }),
    ...(Object.keys(resources).length === 0 ? {} : { resources }),
    ...(container?.image.includes('{{') === true ? { image: reader.settingOf(container.image) as SettingValue } : {}),
    ...(env.length === 0 ? {} : { env: env.map(({ name, value = '' }) => ({ name, value })) }),
    ...(runsAnyway && !isExitTask ? { ignoreUpstreamFailure: true } : {}),
    ...(kubernetes === undefined ? {} : { kubernetes: readKubernetes(kubernetes, scope) }),
  };
}

function readCaching({ cachingOptions }: TaskSpec): TaskOptions['caching'] {
  const { enableCache, cacheKey } = cachingOptions ?? {};
  if (enableCache === true && cacheKey === undefined) return undefined;
  return { ...(enableCache === true ? {} : { enabled: false }), ...(cacheKey === undefined ? {} : { key: cacheKey }) };
}

function readRetry(policy: RetryPolicy): RetryOptions {
  const backoffSeconds = secondsOf(policy.backoffDuration);
  const backoffMaxSeconds = secondsOf(policy.backoffMaxDuration);
  const backoffFactor = numberOf(policy.backoffFactor);
  return {
    maxCount: policy.maxRetryCount ?? 0,
    ...(backoffSeconds === undefined || backoffSeconds === 0 ? {} : { backoffSeconds }),
    ...(backoffFactor === undefined || backoffFactor === 2 ? {} : { backoffFactor }),
    ...(backoffMaxSeconds === undefined || backoffMaxSeconds === 3600 ? {} : { backoffMaxSeconds }),
  };
}

/** Whole seconds; parts of a second have no place among the settings and are kept apart. */
function secondsOf(duration: string | undefined): number | undefined {
  const seconds = /^([0-9]{1,12})s$/.exec(duration ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

function numberOf(value: YamlTree | undefined): number | undefined {
  if (isPythonFloat(value)) return value.pythonFloat;
  return typeof value === 'number' ? value : undefined;
}

function readResources(resources: ContainerResources, reader: TaskReader): ResourceOptions {
  const { accelerator } = resources;
  const texts: readonly (readonly [keyof ResourceOptions, string | undefined])[] = [
    ['cpuRequest', resources.resourceCpuRequest ?? oldQuantity(resources.cpuRequest, '')],
    ['cpuLimit', resources.resourceCpuLimit ?? oldQuantity(resources.cpuLimit, '')],
    ['memoryRequest', resources.resourceMemoryRequest ?? oldQuantity(resources.memoryRequest, 'G')],
    ['memoryLimit', resources.resourceMemoryLimit ?? oldQuantity(resources.memoryLimit, 'G')],
    ['acceleratorType', accelerator?.resourceType ?? accelerator?.type],
    ['acceleratorCount', accelerator?.resourceCount ?? accelerator?.count],
  ];
  const entries = texts.flatMap(([name, text]) =>
    text === undefined ? [] : [[name, reader.settingOf(text)] as const],
  );
  return Object.fromEntries(entries) as ResourceOptions;
}

/** Old compilers wrote the number only. */
function oldQuantity(value: YamlTree | undefined, unit: string): string | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : `${number}${unit}`;
}
