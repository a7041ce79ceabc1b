import type { PipelineSpec, PlatformSpec } from '../../compile/kfp/ir.ts';
import type { TaskOutputs } from '../facts/run-fact.ts';
import type { RunReason } from '../run-state.ts';
import { cancelTask, endTask, enqueue, startQueued, startRoot, waitToRetry } from './advance.ts';
import { cancelAll } from './cancel.ts';
import type { RunAction, TaskInputs } from './run-action.ts';
import { conclude, type SchedulerContext, takeActions } from './scheduler-context.ts';
import type { TaskInstance } from './task-instance.ts';

export interface ScheduleOptions {
  readonly platform?: PlatformSpec | undefined;
  /** Name of this run for placeholders and final statuses. */
  readonly jobName: string;
  /** Tasks at one time, at least 1. */
  readonly parallelism: number;
  readonly reuse?: ReadonlyMap<string, { readonly runId: string; readonly outputs: TaskOutputs }>;
  /** For a run that goes on: what its programs gave before, and how many tries its tasks have had. */
  readonly resume?: RunProgressBefore;
}

export interface RunProgressBefore {
  readonly finished: ReadonlyMap<string, TaskOutputs>;
  readonly attempts: ReadonlyMap<string, number>;
}

/**
 * Decides what a run does next. It does no I/O and knows no time: the host carries its actions out, tells it what
 * came of them, and writes the conclusions down. The same tellings always give the same actions.
 */
export interface Scheduler {
  start(): readonly RunAction[];
  /** `cachedFrom` names the earlier run whose outputs the cache gave. */
  taskSucceeded(key: string, outputs: TaskOutputs, cachedFrom?: string): readonly RunAction[];
  /** A retry is decided here by the task's policy. `final` forbids it (the task can never work). */
  taskFailed(key: string, reason: RunReason, exitCode?: number, final?: boolean): readonly RunAction[];
  taskCancelled(key: string): readonly RunAction[];
  /** The delay of a `wait-to-retry` is over. */
  retryDue(key: string): readonly RunAction[];
  /** Ends what runs and starts nothing more. */
  cancel(): readonly RunAction[];
}

/** Makes a scheduler for the IR with the given values of the pipeline's inputs (defaults already filled in). */
export function createScheduler(spec: PipelineSpec, inputs: TaskInputs, options: ScheduleOptions): Scheduler {
  const context: SchedulerContext = {
    spec,
    platform: options.platform?.platforms.kubernetes?.deploymentSpec?.executors ?? {},
    jobName: options.jobName,
    parallelism: Math.max(1, options.parallelism),
    reuse: options.reuse ?? new Map(),
    finished: options.resume?.finished ?? new Map(),
    attempts: new Map(options.resume?.attempts),
    byKey: new Map(),
    queue: [],
    dagQueue: [],
    active: new Set(),
    settled: [],
    settling: false,
    root: null,
    cancelling: false,
    ended: false,
    firstFailure: null,
    actions: [],
  };
  const act = (change: () => void): readonly RunAction[] => {
    change();
    return takeActions(context);
  };
  return {
    start: () => act(() => startRoot(context, inputs)),
    taskSucceeded: (key, outputs, cachedFrom) => act(() => acceptSuccess(context, key, outputs, cachedFrom)),
    taskFailed: (key, reason, exitCode, final) => act(() => acceptFailure(context, key, reason, exitCode, final)),
    taskCancelled: (key) => act(() => withRunning(context, key, (task) => cancelTask(context, task))),
    retryDue: (key) => act(() => acceptRetry(context, key)),
    cancel: () => act(() => cancelAll(context)),
  };
}

function acceptSuccess(context: SchedulerContext, key: string, outputs: TaskOutputs, cachedFrom?: string): void {
  withRunning(context, key, (task) => {
    const cached = cachedFrom === undefined ? {} : { cached: true, reusedFrom: cachedFrom };
    conclude(context, { type: 'task-succeeded', key, attempt: task.attempt, outputs, ...cached });
    task.outputs = outputs;
    endTask(context, task, 'succeeded');
    startQueued(context);
  });
}

function acceptFailure(
  context: SchedulerContext,
  key: string,
  reason: RunReason,
  exitCode: number | undefined,
  final: boolean | undefined,
): void {
  withRunning(context, key, (task) => {
    const retries = task.spec.retryPolicy?.maxRetryCount ?? 0;
    if (!final && !context.cancelling && task.tries <= retries) {
      waitToRetry(context, task);
      startQueued(context);
      return;
    }
    conclude(context, {
      type: 'task-failed',
      key,
      attempt: task.attempt,
      reason,
      ...(exitCode === undefined ? {} : { exitCode }),
    });
    context.firstFailure ??= { code: 'task-failed', values: { task: key } };
    endTask(context, task, 'failed');
    startQueued(context);
  });
}

function acceptRetry(context: SchedulerContext, key: string): void {
  const task = context.byKey.get(key);
  if (task === undefined || task.phase !== 'waiting' || context.cancelling) return;
  enqueue(context, task);
  startQueued(context);
}

/** A telling about a task that does not run (any more) is late and changes nothing. */
function withRunning(context: SchedulerContext, key: string, change: (task: TaskInstance) => void): void {
  const task = context.byKey.get(key);
  if (task === undefined || task.phase !== 'running' || !context.active.has(key)) return;
  context.active.delete(key);
  change(task);
}
