import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentSpec, PipelineSpec, TaskSpec } from '../../src/compile/kfp/ir.ts';
import type { RunAction } from '../../src/run/schedule/run-action.ts';
import { createScheduler, type Scheduler } from '../../src/run/schedule/scheduler.ts';
import { NO_OUTPUTS } from '../../src/run/schedule/task-instance.ts';

const NOTHING = { parameters: {}, artifacts: {} };

function pipeline(
  tasks: { readonly [name: string]: Partial<TaskSpec> },
  components: { readonly [key: string]: ComponentSpec } = {},
): PipelineSpec {
  const full: Record<string, TaskSpec> = {};
  for (const [name, task] of Object.entries(tasks)) full[name] = { componentRef: { name: 'comp-work' }, ...task };
  return {
    components: { 'comp-work': { executorLabel: 'exec-work' }, ...components },
    deploymentSpec: { executors: { 'exec-work': { container: { image: 'busybox' } } } },
    pipelineInfo: { name: 'p' },
    root: { dag: { tasks: full } },
    schemaVersion: '2.1.0',
  };
}

function schedule(spec: PipelineSpec, parallelism = 8): Scheduler {
  return createScheduler(spec, NOTHING, { jobName: 'job', parallelism });
}

function started(actions: readonly RunAction[]): string[] {
  return actions.flatMap((action) => (action.type === 'start-task' ? [action.job.key] : []));
}

function recorded(actions: readonly RunAction[], type: string): string[] {
  return actions.flatMap((action) =>
    action.type === 'record' && action.fact.type === type && 'key' in action.fact ? [action.fact.key] : [],
  );
}

function ending(actions: readonly RunAction[]): string | undefined {
  const found = actions.find((action) => action.type === 'end-run');
  return found?.type === 'end-run' ? found.fact.phase : undefined;
}

describe('scheduler', () => {
  it('starts what waits for nothing, then what waited', () => {
    const scheduler = schedule(pipeline({ a: {}, b: { dependentTasks: ['a'] }, c: {} }));
    expect(started(scheduler.start())).toEqual(['a', 'c']);
    expect(started(scheduler.taskSucceeded('a', NO_OUTPUTS))).toEqual(['b']);
    scheduler.taskSucceeded('b', NO_OUTPUTS);
    expect(ending(scheduler.taskSucceeded('c', NO_OUTPUTS))).toBe('succeeded');
  });

  it('waits for producers of inputs as for dependencies', () => {
    const inputs = { parameters: { x: { taskOutputParameter: { producerTask: 'a', outputParameterKey: 'o' } } } };
    const scheduler = schedule(pipeline({ b: { inputs }, a: {} }));
    expect(started(scheduler.start())).toEqual(['a']);
    const [action] = scheduler
      .taskSucceeded('a', { parameters: { o: 3 }, artifacts: {} })
      .filter((found) => found.type === 'start-task');
    expect(action?.type === 'start-task' && action.job.inputs.parameters).toEqual({ x: 3 });
  });

  it('keeps to the parallelism', () => {
    const scheduler = schedule(pipeline({ a: {}, b: {}, c: {} }), 2);
    expect(started(scheduler.start())).toEqual(['a', 'b']);
    expect(started(scheduler.taskSucceeded('b', NO_OUTPUTS))).toEqual(['c']);
  });

  it('after a failure starts nothing new, lets running tasks end and fails the run', () => {
    const scheduler = schedule(pipeline({ a: {}, b: {}, c: { dependentTasks: ['b'] } }));
    scheduler.start();
    scheduler.taskFailed('a', { code: 'exit-code' }, 1);
    const last = scheduler.taskSucceeded('b', NO_OUTPUTS);
    expect(started(last)).toEqual([]);
    expect(recorded(last, 'task-skipped')).toEqual(['c']);
    expect(ending(last)).toBe('failed');
  });

  it('runs a task that waits for completion only, whatever happened before', () => {
    const triggerPolicy = { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' };
    const scheduler = schedule(pipeline({ a: {}, clean: { dependentTasks: ['a'], triggerPolicy } }));
    scheduler.start();
    expect(started(scheduler.taskFailed('a', { code: 'exit-code' }, 1))).toEqual(['clean']);
    expect(ending(scheduler.taskSucceeded('clean', NO_OUTPUTS))).toBe('failed');
  });

  it('retries as often as the policy says, with growing delays', () => {
    const retryPolicy = { maxRetryCount: 2, backoffDuration: '10s', backoffFactor: 3, backoffMaxDuration: '20s' };
    const scheduler = schedule(pipeline({ a: { retryPolicy } }));
    scheduler.start();
    const delays: number[] = [];
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const actions = scheduler.taskFailed('a', { code: 'exit-code' }, 1);
      delays.push(...actions.flatMap((action) => (action.type === 'wait-to-retry' ? [action.delayMilliseconds] : [])));
      expect(started(scheduler.retryDue('a'))).toEqual(['a']);
    }
    expect(delays).toEqual([10_000, 20_000]);
    expect(ending(scheduler.taskFailed('a', { code: 'exit-code' }, 1))).toBe('failed');
  });

  it('cancels: started tasks are asked to end, the others end at once', () => {
    const scheduler = schedule(pipeline({ a: {}, b: { dependentTasks: ['a'] } }));
    scheduler.start();
    const actions = scheduler.cancel();
    expect(actions).toContainEqual({ type: 'cancel-task', key: 'a' });
    expect(recorded(actions, 'task-cancelled')).toEqual(['b']);
    expect(ending(scheduler.taskCancelled('a'))).toBe('cancelled');
  });

  it('ignores what comes too late', () => {
    const scheduler = schedule(pipeline({ a: {} }));
    scheduler.start();
    scheduler.taskSucceeded('a', NO_OUTPUTS);
    expect(scheduler.taskFailed('a', { code: 'exit-code' }, 1)).toEqual([]);
    expect(scheduler.taskSucceeded('unknown', NO_OUTPUTS)).toEqual([]);
  });

  it('runs a nested pipeline in a scope of its own and hands its outputs on', () => {
    const inner: ComponentSpec = {
      dag: {
        tasks: { make: { componentRef: { name: 'comp-work' } } },
        outputs: {
          parameters: { value: { valueFromParameter: { producerSubtask: 'make', outputParameterKey: 'o' } } },
        },
      },
    };
    const use = { parameters: { x: { taskOutputParameter: { producerTask: 'sub', outputParameterKey: 'value' } } } };
    const scheduler = schedule(
      pipeline({ sub: { componentRef: { name: 'comp-sub' } }, use: { inputs: use } }, { 'comp-sub': inner }),
    );
    expect(started(scheduler.start())).toEqual(['sub/make']);
    const next = scheduler.taskSucceeded('sub/make', { parameters: { o: 'x' }, artifacts: {} });
    expect(started(next)).toEqual(['use']);
  });

  it('runs a loop with its own key per iteration, at most as many at one time as it allows', () => {
    const body: ComponentSpec = {
      dag: {
        tasks: {
          work: {
            componentRef: { name: 'comp-work' },
            inputs: { parameters: { n: { componentInputParameter: 'item' } } },
          },
        },
        outputs: { parameters: { all: { valueFromParameter: { producerSubtask: 'work', outputParameterKey: 'o' } } } },
      },
    };
    const loop = {
      componentRef: { name: 'comp-loop' },
      parameterIterator: { itemInput: 'item', items: { raw: '[1, 2, 3]' } },
      iteratorPolicy: { parallelismLimit: 2 },
    };
    const scheduler = schedule(pipeline({ loop }, { 'comp-loop': body }));
    expect(started(scheduler.start())).toEqual(['loop[0]/work', 'loop[1]/work']);
    expect(started(scheduler.taskSucceeded('loop[1]/work', { parameters: { o: 'b' }, artifacts: {} }))).toEqual([
      'loop[2]/work',
    ]);
    scheduler.taskSucceeded('loop[0]/work', { parameters: { o: 'a' }, artifacts: {} });
    const last = scheduler.taskSucceeded('loop[2]/work', { parameters: { o: 'c' }, artifacts: {} });
    const outputs = last.flatMap((action) =>
      action.type === 'record' && action.fact.type === 'task-succeeded' && action.fact.key === 'loop'
        ? [action.fact.outputs.parameters]
        : [],
    );
    expect(outputs).toEqual([{ all: ['a', 'b', 'c'] }]);
    expect(ending(last)).toBe('succeeded');
  });

  it('skips by condition without holding back what comes after', () => {
    const inputs = { parameters: { flip: { runtimeValue: { constant: 'heads' } } } };
    const scheduler = schedule(
      pipeline({
        condition: { inputs, triggerPolicy: { condition: "inputs.parameter_values['flip'] == 'tails'" } },
        after: { dependentTasks: ['condition'] },
      }),
    );
    const actions = scheduler.start();
    expect(recorded(actions, 'task-skipped')).toEqual(['condition']);
    expect(started(actions)).toEqual(['after']);
  });

  it('takes the outputs of an earlier run over', () => {
    const reuse = new Map([['a', { runId: 'r1', outputs: { parameters: { o: 1 }, artifacts: {} } }]]);
    const spec = pipeline({ a: {}, b: { dependentTasks: ['a'] } });
    const scheduler = createScheduler(spec, NOTHING, { jobName: 'job', parallelism: 1, reuse });
    expect(started(scheduler.start())).toEqual(['b']);
  });

  it('does not overflow the stack over a long chain of skipped tasks', () => {
    const tasks: Record<string, Partial<TaskSpec>> = { t0: {} };
    for (let index = 1; index < 20_000; index += 1) tasks[`t${index}`] = { dependentTasks: [`t${index - 1}`] };
    const scheduler = schedule(pipeline(tasks));
    scheduler.start();
    const actions = scheduler.taskFailed('t0', { code: 'exit-code' }, 1);
    expect(recorded(actions, 'task-skipped')).toHaveLength(19_999);
  });

  it('always ends, with every task ended once, whatever succeeds or fails', () => {
    const dag = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        dag,
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (edges, outcomes, parallelism) => {
          const tasks: Record<string, Partial<TaskSpec>> = {};
          edges.forEach((upstream, index) => {
            const names = index === 0 ? [] : [...new Set(upstream.map((number) => `t${number % index}`))];
            tasks[`t${index}`] = { dependentTasks: names };
          });
          const scheduler = schedule(pipeline(tasks), parallelism);
          const open = started(scheduler.start());
          const ended = new Set<string>();
          let end: string | undefined;
          for (let key = open.shift(); key !== undefined; key = open.shift()) {
            expect(ended.has(key)).toBe(false);
            ended.add(key);
            const upstream = tasks[key]?.dependentTasks ?? [];
            expect(upstream.every((name) => ended.has(name))).toBe(true);
            const succeed = outcomes[Number(key.slice(1))] === true;
            const actions = succeed
              ? scheduler.taskSucceeded(key, NO_OUTPUTS)
              : scheduler.taskFailed(key, { code: 'exit-code' }, 1);
            open.push(...started(actions));
            for (const skipped of recorded(actions, 'task-skipped')) ended.add(skipped);
            expect(open.length).toBeLessThanOrEqual(parallelism);
            end = ending(actions) ?? end;
          }
          expect(ended.size).toBe(edges.length);
          expect(end).toBeDefined();
        },
      ),
    );
  });
});
