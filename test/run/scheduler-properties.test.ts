import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentSpec, PipelineSpec, TaskSpec } from '../../src/compile/kfp/ir.ts';
import { initialRunState, reduceFacts } from '../../src/run/facts/reduce-facts.ts';
import type { RunFact, TaskOutputs } from '../../src/run/facts/run-fact.ts';
import { irPathOfKey, planRunTasks } from '../../src/run/plan-run-tasks.ts';
import { progressOf } from '../../src/run/progress-of.ts';
import { isTaskEnded, type RunState } from '../../src/run/run-state.ts';
import type { RunAction } from '../../src/run/schedule/run-action.ts';
import { createScheduler, type RunProgressBefore } from '../../src/run/schedule/scheduler.ts';
import { upstreamNames } from '../../src/run/schedule/task-instance.ts';

interface Shape {
  readonly kind: 'program' | 'group' | 'loop';
  readonly upstream: readonly number[];
  readonly completion: boolean;
  readonly condition: boolean | null;
  readonly retries: number;
  readonly items: number;
  readonly limit: number;
  readonly inner: readonly Shape[];
}

const shapes = fc.letrec<{ body: readonly Shape[]; shape: Shape }>((tie) => ({
  shape: fc.record({
    kind: fc.constantFrom('program', 'program', 'group', 'loop'),
    upstream: fc.array(fc.nat(6), { maxLength: 2 }),
    completion: fc.boolean(),
    condition: fc.constantFrom(null, null, true, false),
    retries: fc.nat(2),
    items: fc.nat(3),
    limit: fc.nat(2),
    inner: tie('body'),
  }),
  body: fc.oneof(
    { maxDepth: 4 },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.array(tie('shape'), { minLength: 1, maxLength: 5 }) },
  ),
})).body;

function pipelineOf(body: readonly Shape[]): PipelineSpec {
  const components: Record<string, ComponentSpec> = { work: { executorLabel: 'exec' } };
  return {
    components,
    deploymentSpec: { executors: { exec: { container: { image: 'i' } } } },
    pipelineInfo: { name: 'p' },
    root: { dag: { tasks: addBody(body, components) } },
    schemaVersion: '2.1.0',
  };
}

function addBody(body: readonly Shape[], components: Record<string, ComponentSpec>): Record<string, TaskSpec> {
  const tasks: Record<string, TaskSpec> = {};
  body.forEach((shape, index) => {
    const upstream = shape.upstream.filter((other) => other < index).map((other) => `t${other}`);
    tasks[`t${index}`] = {
      componentRef: { name: componentOf(shape, components) },
      dependentTasks: upstream,
      retryPolicy: { maxRetryCount: shape.retries },
      triggerPolicy: {
        ...(shape.completion && upstream.length > 0 ? { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' } : {}),
        ...(shape.condition === null ? {} : { condition: String(shape.condition) }),
      },
      ...(shape.kind === 'loop'
        ? {
            parameterIterator: { itemInput: 'item', items: { raw: JSON.stringify(Array(shape.items).fill('x')) } },
            iteratorPolicy: { parallelismLimit: shape.limit },
          }
        : {}),
    };
  });
  return tasks;
}

function componentOf(shape: Shape, components: Record<string, ComponentSpec>): string {
  if (shape.kind === 'program') return 'work';
  const name = `group-${Object.keys(components).length}`;
  components[name] = {};
  components[name] = { dag: { tasks: addBody(shape.inner, components) } };
  return name;
}

const OUTPUTS: TaskOutputs = { parameters: {}, artifacts: {} };

interface Played {
  readonly facts: readonly RunFact[];
  readonly state: RunState;
  readonly mostAtOnce: number;
  readonly started: readonly string[];
}

/** Plays a host: carries the actions out in an order that `choose` gives, and lets tries fail as `fails` says. */
function play(
  spec: PipelineSpec,
  parallelism: number,
  choose: (count: number) => number,
  fails: (key: string, attempt: number) => boolean,
  options: { readonly resume?: RunProgressBefore; readonly before?: RunState; readonly stopAfter?: number } = {},
): Played {
  const resume = options.resume === undefined ? {} : { resume: options.resume };
  const scheduler = createScheduler(spec, { parameters: {}, artifacts: {} }, { jobName: 'j', parallelism, ...resume });
  const facts: RunFact[] = options.before === undefined ? [] : [{ type: 'run-resumed', at: 0 }];
  const waiting: (() => readonly RunAction[])[] = [];
  const running = new Set<string>();
  const started: string[] = [];
  let mostAtOnce = 0;

  function accept(actions: readonly RunAction[]): void {
    for (const action of actions) {
      if (action.type === 'record') facts.push({ ...action.fact, at: 0 } as RunFact);
      if (action.type === 'end-run') facts.push({ ...action.fact, at: 0 });
      if (action.type === 'wait-to-retry') waiting.push(() => scheduler.retryDue(action.key));
      if (action.type !== 'start-task') continue;
      const { key } = action.job;
      expect(running.has(key)).toBe(false);
      running.add(key);
      started.push(key);
      mostAtOnce = Math.max(mostAtOnce, running.size);
      facts.push({ type: 'task-started', at: 0, key, attempt: action.attempt });
      waiting.push(() => {
        running.delete(key);
        return fails(key, action.attempt)
          ? scheduler.taskFailed(key, { code: 'exit-code' })
          : scheduler.taskSucceeded(key, OUTPUTS);
      });
    }
  }

  accept(scheduler.start());
  for (let steps = 0; waiting.length > 0 && steps < (options.stopAfter ?? Number.POSITIVE_INFINITY); steps += 1) {
    const [next] = waiting.splice(choose(waiting.length), 1);
    if (next !== undefined) accept(next());
  }
  const planned = planRunTasks(spec, () => undefined);
  const created = { type: 'run-created', at: 0, runId: 'r', name: 'r', pipelineName: 'p' } as const;
  const lookup = (key: string) => {
    const irPath = irPathOfKey(key);
    return { kind: 'container' as const, ...planned.find((task) => task.irPath === irPath), key, irPath };
  };
  const state = reduceFacts(options.before ?? initialRunState(created, planned), facts, lookup);
  return { facts, state, mostAtOnce, started };
}

const chooser = (seed: number) => {
  let state = seed;
  return (count: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % count;
  };
};

/** Whether a try fails depends on the try alone, not on the order of things. */
const failing =
  (seed: number, percent: number) =>
  (key: string, attempt: number): boolean => {
    let hash = seed + attempt * 31;
    for (const character of key) hash = (hash * 33 + character.charCodeAt(0)) % 1000003;
    return hash % 100 < percent;
  };

describe('scheduler, over random pipelines', () => {
  const cases = fc.tuple(shapes, fc.integer({ min: 1, max: 4 }), fc.nat(100000), fc.constantFrom(0, 20, 60));

  it('ends, starts nothing before what it waits for, and never too much at once', () => {
    fc.assert(
      fc.property(cases, ([body, parallelism, seed, percent]) => {
        const spec = pipelineOf(body);
        const { facts, state, mostAtOnce } = play(spec, parallelism, chooser(seed), failing(seed, percent));
        expect(facts.filter(({ type }) => type === 'run-ended')).toHaveLength(1);
        expect(facts.at(-1)?.type).toBe('run-ended');
        expect(mostAtOnce).toBeLessThanOrEqual(parallelism);
        expectOrder(spec, facts);
        expectLoopLimits(spec, facts);
        for (const task of Object.values(state.tasks)) {
          const isInside = task.irPath.includes('/');
          if (!isInside) expect(isTaskEnded(task.phase), `${task.key} ${task.phase}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives each try of a task a number of its own', () => {
    fc.assert(
      fc.property(cases, ([body, parallelism, seed, percent]) => {
        const { facts } = play(pipelineOf(body), parallelism, chooser(seed), failing(seed, percent));
        const tries = facts.flatMap((fact) => (fact.type === 'task-started' ? [`${fact.key} ${fact.attempt}`] : []));
        expect(new Set(tries).size).toBe(tries.length);
      }),
    );
  });

  it('resumed ends as a fresh run does, and starts nothing again that had succeeded', () => {
    fc.assert(
      fc.property(cases, fc.nat(12), ([body, parallelism, seed], stopAfter) => {
        const spec = pipelineOf(body);
        const never = (): boolean => false;
        const fresh = play(spec, parallelism, chooser(seed), never);
        const cut = play(spec, parallelism, chooser(seed), never, { stopAfter });
        fc.pre(cut.facts.at(-1)?.type !== 'run-ended');
        const interrupted = reduceFacts(
          cut.state,
          [{ type: 'run-ended', at: 0, phase: 'interrupted', outputs: OUTPUTS }],
          () => ({ key: '', irPath: '', kind: 'container' }),
        );
        const resume = progressOf(cut.facts);
        const resumed = play(spec, parallelism, chooser(seed + 1), never, { resume, before: interrupted });
        for (const key of resumed.started) expect(resume.finished.has(key), key).toBe(false);
        expect(phases(resumed.state)).toEqual(phases(fresh.state));
      }),
      { numRuns: 200 },
    );
  });
});

function phases(state: RunState): object {
  return Object.fromEntries(
    Object.entries(state.tasks)
      .map(([key, { phase }]) => [key, phase])
      .sort(),
  );
}

const ENDS = ['task-succeeded', 'task-failed', 'task-skipped', 'task-cancelled'];

/** No task starts before its siblings upstream have ended. */
function expectOrder(spec: PipelineSpec, facts: readonly RunFact[]): void {
  const ended = new Set<string>();
  for (const fact of facts) {
    if (!('key' in fact)) continue;
    if (ENDS.includes(fact.type)) ended.add(fact.key);
    if (fact.type !== 'task-started') continue;
    const scope = fact.key.split('/').slice(0, -1);
    for (const name of upstreamNames(taskAt(spec, fact.key))) {
      expect(ended.has([...scope, name].join('/')), `${fact.key} after ${name}`).toBe(true);
    }
    // A group that is tried again brings its tasks back.
    for (const key of ended) if (key.startsWith(`${fact.key}/`) || key.startsWith(`${fact.key}[`)) ended.delete(key);
  }
}

/** As many iterations at one time as the loop allows. */
function expectLoopLimits(spec: PipelineSpec, facts: readonly RunFact[]): void {
  const open = new Map<string, Set<string>>();
  for (const fact of facts) {
    if (!('key' in fact)) continue;
    const match = /^(.*)\[(\d+)\]\/[^/]+$/.exec(fact.key);
    if (match === null) continue;
    const [, loop = '', index = ''] = match;
    const running = open.get(loop) ?? new Set<string>();
    open.set(loop, running);
    if (fact.type === 'task-started') running.add(`${index} ${fact.key}`);
    if (ENDS.includes(fact.type)) running.delete(`${index} ${fact.key}`);
    const limit = taskAt(spec, loop).iteratorPolicy?.parallelismLimit ?? 0;
    const iterations = new Set([...running].map((entry) => entry.split(' ')[0]));
    if (limit > 0) expect(iterations.size).toBeLessThanOrEqual(limit);
  }
}

function taskAt(spec: PipelineSpec, key: string): TaskSpec {
  let component = spec.root;
  let task: TaskSpec | undefined;
  for (const name of irPathOfKey(key).split('/')) {
    task = component.dag?.tasks?.[name];
    component = spec.components[task?.componentRef.name ?? ''] ?? {};
  }
  if (task === undefined) throw new Error(`no task ${key}`);
  return task;
}
