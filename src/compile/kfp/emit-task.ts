import type { RetryOptions } from '../../model/task-options.ts';
import { pythonFloat } from '../../yaml/yaml-tree.ts';
import type { PlannedInputs, PlannedParameter, PlannedTask } from '../plan/plan.ts';
import { emitGroupFields } from './emit-group.ts';
import type { InputParameterSpec, RetryPolicy, TaskInputs, TaskSpec } from './ir.ts';
import { artifactSource, parameterSource } from './parameter-source.ts';

/** One task of a DAG. KFP SDK: `build_task_spec_for_task`. */
export function emitTask(task: PlannedTask, componentKey: string): TaskSpec {
  const { options, dependentTasks, runs } = task;
  const inputs = emitInputs(task.inputs);
  const retryPolicy = options.retry === undefined ? undefined : emitRetry(options.retry);
  return {
    ...(runs.kind === 'group' ? emitGroupFields(runs.group) : { cachingOptions: emitCaching(task) }),
    componentRef: { name: componentKey },
    ...(dependentTasks.length === 0 ? {} : { dependentTasks }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(retryPolicy === undefined ? {} : { retryPolicy }),
    taskInfo: { name: task.displayName ?? task.name },
    ...(task.runsAnyway ? { triggerPolicy: { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' } } : {}),
  };
}

/** Empty options mean that caching is off. */
function emitCaching({ options, cacheKey }: PlannedTask): NonNullable<TaskSpec['cachingOptions']> {
  return {
    ...(cacheKey === undefined || cacheKey === '' ? {} : { cacheKey }),
    ...(options.caching?.enabled === false ? {} : { enableCache: true }),
  };
}

function emitInputs({ parameters, artifacts }: PlannedInputs): TaskInputs | undefined {
  if (parameters.size + artifacts.size === 0) return undefined;
  return {
    ...(artifacts.size === 0
      ? {}
      : { artifacts: Object.fromEntries([...artifacts].map(([name, binding]) => [name, artifactSource(binding)])) }),
    ...(parameters.size === 0
      ? {}
      : {
          parameters: Object.fromEntries([...parameters].map(([name, parameter]) => [name, emitParameter(parameter)])),
        }),
  };
}

function emitParameter(parameter: PlannedParameter): InputParameterSpec {
  switch (parameter.kind) {
    case 'constant':
      return { runtimeValue: { constant: parameter.value } };
    case 'final-status':
      return { taskFinalStatus: { producerTask: parameter.task } };
    default:
      return parameterSource(parameter);
  }
}

/** KFP SDK: `RetryPolicy.to_proto`: defaults are written out. */
function emitRetry(retry: RetryOptions): RetryPolicy {
  return {
    backoffDuration: `${retry.backoffSeconds ?? 0}s`,
    backoffFactor: pythonFloat(retry.backoffFactor ?? 2),
    backoffMaxDuration: `${retry.backoffMaxSeconds ?? 3600}s`,
    ...(retry.maxCount === 0 ? {} : { maxRetryCount: retry.maxCount }),
  };
}
