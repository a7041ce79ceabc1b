import { success } from '../../model/result.ts';
import type { RunReason } from '../run-state.ts';
import { collectLoopOutputs, collectScopeOutputs } from './collect-outputs.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { conditionValues } from './fit-parameters.ts';
import { isLoop, readIterations } from './loop-items.ts';
import { resolveInputs } from './resolve-inputs.ts';
import { resolvePlatform } from './resolve-platform.ts';
import { retryDelayMilliseconds } from './retry-delay.ts';
import type { TaskInputs } from './run-action.ts';
import { conclude, type SchedulerContext } from './scheduler-context.ts';
import { createScope, hasEnded, NO_OUTPUTS, type ScopeInstance, type TaskInstance } from './task-instance.ts';

const COMPLETION = 'ALL_UPSTREAM_TASKS_COMPLETED';

/** Starts the root DAG and everything in it that waits for nothing. */
export function startRoot(context: SchedulerContext, inputs: TaskInputs): void {
  conclude(context, { type: 'run-started' });
  const place = { key: '', irPath: '', owner: null };
  context.root = createScope(context.spec, context.spec.root, place, inputs);
  startScope(context, context.root);
  startQueued(context);
}

function startScope(context: SchedulerContext, scope: ScopeInstance): void {
  for (const task of scope.tasks.values()) context.byKey.set(task.key, task);
  const free = [...scope.tasks.values()].filter((task) => task.waitingFor === 0);
  for (const task of free) considerTask(context, task);
  if (scope.tasks.size === 0 && scope.owner === null) endRun(context, scope);
}

/** All upstream tasks of a task have ended: run it, or say why not. */
function considerTask(context: SchedulerContext, task: TaskInstance): void {
  if (task.phase !== 'pending') return;
  if (context.cancelling) {
    cancelTask(context, task);
    return;
  }
  const waitsForCompletion = task.spec.triggerPolicy?.strategy === COMPLETION;
  if (!waitsForCompletion && (task.scope.failing || task.heldBack)) {
    skip(context, task, { code: 'upstream-failed' });
    return;
  }
  // A group is followed again, so that what it holds is known.
  const finished = isDag(task) ? undefined : context.finished.get(task.key);
  const reused = context.reuse.get(task.key);
  if (finished !== undefined) {
    task.outputs = finished;
    endTask(context, task, 'succeeded');
  } else if (reused !== undefined) takeOver(context, task, reused.runId, reused.outputs);
  else enqueue(context, task);
}

/** Lines a task up to be started. */
export function enqueue(context: SchedulerContext, task: TaskInstance): void {
  task.phase = 'queued';
  (isDag(task) ? context.dagQueue : context.queue).push(task);
}

/** Ends a try that failed, to try again after the delay of the task's policy. */
export function waitToRetry(context: SchedulerContext, task: TaskInstance): void {
  const { key, attempt } = task;
  const delayMilliseconds = retryDelayMilliseconds(task.spec.retryPolicy ?? {}, task.tries);
  task.phase = 'waiting';
  conclude(context, { type: 'task-retrying', key, attempt, delayMilliseconds });
  context.actions.push({ type: 'wait-to-retry', key, attempt, delayMilliseconds });
}

/** Ends a task because the run is being cancelled. */
export function cancelTask(context: SchedulerContext, task: TaskInstance): void {
  conclude(context, { type: 'task-cancelled', key: task.key });
  endTask(context, task, 'cancelled');
}

function takeOver(
  context: SchedulerContext,
  task: TaskInstance,
  runId: string,
  outputs: TaskInstance['outputs'],
): void {
  task.outputs = outputs;
  conclude(context, { type: 'task-succeeded', key: task.key, attempt: 1, outputs, reusedFrom: runId });
  endTask(context, task, 'succeeded');
}

/** Starts queued tasks while there is room. DAG tasks take no room: they only hold others. */
export function startQueued(context: SchedulerContext): void {
  for (;;) {
    const hasRoom = context.active.size < context.parallelism;
    const task = context.dagQueue.shift() ?? (hasRoom ? context.queue.shift() : undefined);
    if (task === undefined) return;
    if (task.phase === 'queued') startTask(context, task);
  }
}

function isDag(task: TaskInstance): boolean {
  return task.component.dag !== undefined;
}

function startTask(context: SchedulerContext, task: TaskInstance): void {
  const inputs = resolveInputs(task, { jobName: context.jobName });
  if (!inputs.ok) {
    failAtStart(context, task, inputs.error);
    return;
  }
  const condition = task.spec.triggerPolicy?.condition;
  if (condition !== undefined && condition !== '') {
    const holds = evaluateCondition(condition, conditionValues(task.component, inputs.value.parameters));
    if (!holds.ok) {
      failAtStart(context, task, { code: 'condition-unreadable', values: { ...holds.error } });
      return;
    }
    if (!holds.value) {
      skipByCondition(context, task, condition);
      return;
    }
  }
  task.phase = 'running';
  task.tries += 1;
  task.attempt = (context.attempts.get(task.key) ?? 0) + 1;
  context.attempts.set(task.key, task.attempt);
  if (isDag(task)) startDag(context, task, inputs.value);
  else startContainer(context, task, inputs.value);
}

function startContainer(context: SchedulerContext, task: TaskInstance, inputs: TaskInputs): void {
  const label = task.component.executorLabel ?? '';
  const executor = context.spec.deploymentSpec.executors?.[label];
  if (executor === undefined) {
    failAtStart(context, task, { code: 'executor-missing', values: { label } });
    return;
  }
  const { enableCache, cacheKey } = task.spec.cachingOptions ?? {};
  const config = context.platform[label];
  context.active.add(task.key);
  context.actions.push({
    type: 'start-task',
    attempt: task.attempt,
    job: {
      key: task.key,
      irPath: task.irPath,
      taskName: task.name,
      executorLabel: label,
      executor,
      component: task.component,
      inputs,
      caching: enableCache === true,
      ...(cacheKey === undefined ? {} : { cacheKey }),
      ...(config === undefined
        ? {}
        : { platform: resolvePlatform(task, config, { jobName: context.jobName }, inputs.parameters) }),
    },
  });
}

function startDag(context: SchedulerContext, task: TaskInstance, inputs: TaskInputs): void {
  conclude(context, { type: 'task-started', key: task.key, attempt: task.attempt });
  const iterations = isLoop(task.spec) ? readIterations(task.spec, inputs) : success([inputs]);
  if (!iterations.ok) {
    failAtStart(context, task, iterations.error);
    return;
  }
  task.children = iterations.value.map((own, index) => {
    const key = isLoop(task.spec) ? `${task.key}[${index}]` : task.key;
    return createScope(context.spec, task.component, { key, irPath: task.irPath, owner: task }, own);
  });
  task.startedChildren = 0;
  task.openChildren = 0;
  goOnWithDag(context, task);
}

/** Starts as many scopes of a DAG as its loop allows at one time, and ends it after the last one. */
function goOnWithDag(context: SchedulerContext, owner: TaskInstance): void {
  const limit = owner.spec.iteratorPolicy?.parallelismLimit ?? 0;
  while (owner.startedChildren < owner.children.length) {
    if (limit > 0 && owner.openChildren >= limit) return;
    const scope = owner.children[owner.startedChildren];
    owner.startedChildren += 1;
    if (scope === undefined || scope.tasks.size === 0) continue;
    owner.openChildren += 1;
    startScope(context, scope);
  }
  if (owner.openChildren === 0 && owner.phase === 'running') finishDag(context, owner);
}

function skip(context: SchedulerContext, task: TaskInstance, reason: RunReason): void {
  conclude(context, { type: 'task-skipped', key: task.key, reason });
  endTask(context, task, 'skipped');
}

function skipByCondition(context: SchedulerContext, task: TaskInstance, condition: string): void {
  task.conditionFalse = true;
  skip(context, task, { code: 'condition-false', values: { condition } });
}

function failAtStart(context: SchedulerContext, task: TaskInstance, reason: RunReason): void {
  conclude(context, { type: 'task-failed', key: task.key, attempt: Math.max(1, task.attempt), reason });
  context.firstFailure ??= { code: 'task-failed', values: { task: task.key } };
  endTask(context, task, 'failed');
}

/** Marks the end of a task and goes on with what waited for it. */
export function endTask(
  context: SchedulerContext,
  task: TaskInstance,
  phase: 'succeeded' | 'failed' | 'skipped' | 'cancelled',
): void {
  if (hasEnded(task)) return;
  task.phase = phase;
  if (phase !== 'succeeded') task.outputs = NO_OUTPUTS;
  context.settled.push(task);
  if (!context.settling) settleAll(context);
}

/** A work list instead of recursion: a chain of thousands of skipped tasks must not fill the stack. */
function settleAll(context: SchedulerContext): void {
  context.settling = true;
  for (let task = context.settled.shift(); task !== undefined; task = context.settled.shift()) settle(context, task);
  context.settling = false;
}

function settle(context: SchedulerContext, task: TaskInstance): void {
  const { scope } = task;
  scope.open -= 1;
  if (task.phase === 'failed') failScope(context, scope);
  const holdsBack = task.phase !== 'succeeded' && !task.conditionFalse;
  for (const downstream of task.downstream) {
    downstream.waitingFor -= 1;
    downstream.heldBack ||= holdsBack;
    if (downstream.waitingFor === 0) considerTask(context, downstream);
  }
  if (scope.open === 0) endScope(context, scope);
}

/** A failed DAG starts nothing more but what waits for completion. Argo: `failFast`. */
function failScope(context: SchedulerContext, scope: ScopeInstance): void {
  if (scope.failing) return;
  scope.failing = true;
  for (const task of scope.tasks.values()) {
    if (task.phase !== 'queued' || task.spec.triggerPolicy?.strategy === COMPLETION) continue;
    skip(context, task, { code: 'earlier-failure' });
  }
}

function endScope(context: SchedulerContext, scope: ScopeInstance): void {
  if (scope.owner === null) {
    endRun(context, scope);
    return;
  }
  const { owner } = scope;
  owner.openChildren -= 1;
  if (owner.phase === 'running') goOnWithDag(context, owner);
}

function finishDag(context: SchedulerContext, task: TaskInstance): void {
  const tasks = task.children.flatMap((scope) => [...scope.tasks.values()]);
  if (tasks.some((child) => child.phase === 'cancelled')) {
    cancelTask(context, task);
    return;
  }
  if (tasks.some((child) => child.phase === 'failed')) {
    if (!context.cancelling && task.tries <= (task.spec.retryPolicy?.maxRetryCount ?? 0)) {
      waitToRetry(context, task);
      return;
    }
    conclude(context, { type: 'task-failed', key: task.key, attempt: task.attempt, reason: { code: 'inner-failure' } });
    endTask(context, task, 'failed');
    return;
  }
  const scope = task.children[0];
  if (isLoop(task.spec)) task.outputs = collectLoopOutputs(task);
  else task.outputs = scope === undefined ? NO_OUTPUTS : collectScopeOutputs(scope);
  conclude(context, { type: 'task-succeeded', key: task.key, attempt: task.attempt, outputs: task.outputs });
  endTask(context, task, 'succeeded');
}

function endRun(context: SchedulerContext, scope: ScopeInstance): void {
  if (context.ended) return;
  context.ended = true;
  const outputs = collectScopeOutputs(scope);
  const failed = [...scope.tasks.values()].some((task) => task.phase === 'failed');
  const phase = context.cancelling ? 'cancelled' : failed ? 'failed' : 'succeeded';
  const reason = phase === 'failed' ? context.firstFailure : null;
  context.actions.push({
    type: 'end-run',
    fact: { type: 'run-ended', phase, outputs, ...(reason === null ? {} : { reason }) },
  });
}
