import { describe, expect, it } from 'vitest';
import type { ComponentSpec, PipelineSpec, TaskSpec } from '../../src/compile/kfp/ir.ts';
import type { RuntimeArtifact, TaskOutputs } from '../../src/run/facts/run-fact.ts';
import type { RunAction, TaskJob } from '../../src/run/schedule/run-action.ts';
import { createScheduler } from '../../src/run/schedule/scheduler.ts';

function pipeline(
  tasks: { readonly [name: string]: TaskSpec },
  components: { readonly [name: string]: ComponentSpec },
): PipelineSpec {
  return {
    components,
    deploymentSpec: { executors: { exec: { container: { image: 'i' } } } },
    pipelineInfo: { name: 'p' },
    root: { dag: { tasks } },
    schemaVersion: '2.1.0',
  };
}

const scheduler = (spec: PipelineSpec, parameters = {}) =>
  createScheduler(spec, { parameters, artifacts: {} }, { jobName: 'job', parallelism: 8 });

function jobs(actions: readonly RunAction[]): TaskJob[] {
  return actions.flatMap((action) => (action.type === 'start-task' ? [action.job] : []));
}

function failureOf(actions: readonly RunAction[]): unknown {
  return actions.flatMap((action) =>
    action.type === 'record' && action.fact.type === 'task-failed' ? [action.fact.reason] : [],
  )[0];
}

function artifact(name: string): RuntimeArtifact {
  return { name, uri: `/${name}`, schemaTitle: 'system.Dataset', schemaVersion: '0.0.1', metadata: {} };
}

const NOTHING: TaskOutputs = { parameters: {}, artifacts: {} };
const TYPE = { artifactType: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' } };

describe('inputs of a program', () => {
  const component = (parameters: NonNullable<ComponentSpec['inputDefinitions']>['parameters']): ComponentSpec => ({
    executorLabel: 'exec',
    inputDefinitions: { ...(parameters === undefined ? {} : { parameters }) },
  });
  const constant = (value: never): TaskSpec => ({
    componentRef: { name: 'c' },
    inputs: { parameters: { x: { runtimeValue: { constant: value } } } },
  });

  it.each([
    ['STRING', 3, '3'],
    ['STRING', true, 'true'],
    ['STRING', { b: 1, a: [2.5] }, '{"a":[2.5],"b":1}'],
    ['NUMBER_INTEGER', 3, 3],
    ['NUMBER_DOUBLE', 3, 3],
    ['LIST', [1], [1]],
  ] as const)('%s gets %j as %j', (parameterType, value, expected) => {
    const spec = pipeline({ t: constant(value as never) }, { c: component({ x: { parameterType } }) });
    expect(jobs(scheduler(spec).start())[0]?.inputs.parameters).toEqual({ x: expected });
  });

  it('refuses a value of another type, as the backend does', () => {
    const spec = pipeline({ t: constant('a' as never) }, { c: component({ x: { parameterType: 'LIST' } }) });
    const reason = { code: 'input-type', values: { input: 'x', type: 'LIST', text: 'a' } };
    expect(failureOf(scheduler(spec).start())).toEqual(reason);
  });

  it('fills defaults in, leaves optional ones out and misses needed ones', () => {
    const parameters = {
      x: { parameterType: 'STRING', defaultValue: 'd' },
      y: { parameterType: 'STRING', isOptional: true },
    } as const;
    const task: TaskSpec = {
      componentRef: { name: 'c' },
      inputs: { parameters: { y: { componentInputParameter: 'absent' } } },
    };
    const spec = pipeline({ t: task }, { c: component(parameters) });
    expect(jobs(scheduler(spec).start())[0]?.inputs.parameters).toEqual({ x: 'd' });
    const needy = pipeline({ t: task }, { c: component({ y: { parameterType: 'STRING' } }) });
    expect(failureOf(scheduler(needy).start())).toEqual({ code: 'input-value-missing', values: { input: 'y' } });
  });

  it('resolves the references in Kubernetes settings', () => {
    const spec = pipeline({ t: { componentRef: { name: 'c' } } }, { c: component(undefined) });
    const secretAsEnv = [
      { secretNameParameter: { componentInputParameter: 'name' }, keyToEnv: [{ secretKey: 'k', envVar: 'V' }] },
    ];
    const pvcMount = [{ componentInputParameter: 'name', mountPath: '/m' }];
    const platform = {
      platforms: {
        kubernetes: { deploymentSpec: { executors: { exec: { secretAsEnv, pvcMount, tolerations: [] } } } },
      },
    };
    const inputs = { parameters: { name: 'db' }, artifacts: {} };
    const started = createScheduler(spec, inputs, { jobName: 'job', parallelism: 1, platform }).start();
    expect(jobs(started)[0]?.platform).toEqual({
      env: [{ kind: 'secret', name: 'db', key: 'k', variable: 'V', optional: false }],
      volumes: [{ kind: 'claim', name: 'db', mountPath: '/m', optional: true }],
      unused: [],
    });
  });
});

describe('groups', () => {
  const work: ComponentSpec = { executorLabel: 'exec' };

  it('loops over a list of artifacts', () => {
    const reader: ComponentSpec = { executorLabel: 'exec', inputDefinitions: { artifacts: { d: TYPE } } };
    const body: ComponentSpec = {
      dag: {
        tasks: {
          r: { componentRef: { name: 'reader' }, inputs: { artifacts: { d: { componentInputArtifact: 'item' } } } },
        },
      },
    };
    const loop: TaskSpec = {
      componentRef: { name: 'body' },
      inputs: { artifacts: { all: { taskOutputArtifact: { producerTask: 'make', outputArtifactKey: 'list' } } } },
      artifactIterator: { itemInput: 'item', items: { inputArtifact: 'all' } },
    };
    const play = scheduler(pipeline({ make: { componentRef: { name: 'work' } }, loop }, { work, reader, body }));
    play.start();
    const started = jobs(
      play.taskSucceeded('make', { parameters: {}, artifacts: { list: [artifact('a'), artifact('b')] } }),
    );
    expect(started.map(({ key, inputs }) => [key, inputs.artifacts.d?.map(({ uri }) => uri)])).toEqual([
      ['loop[0]/r', ['/a']],
      ['loop[1]/r', ['/b']],
    ]);
  });

  it('gives empty lists for a loop without items', () => {
    const body: ComponentSpec = {
      dag: {
        tasks: { w: { componentRef: { name: 'work' } } },
        outputs: { parameters: { o: { valueFromParameter: { producerSubtask: 'w', outputParameterKey: 'o' } } } },
      },
    };
    const user: ComponentSpec = {
      executorLabel: 'exec',
      inputDefinitions: { parameters: { x: { parameterType: 'LIST' } } },
    };
    const loop: TaskSpec = {
      componentRef: { name: 'body' },
      parameterIterator: { itemInput: 'i', items: { raw: '[]' } },
    };
    const after: TaskSpec = {
      componentRef: { name: 'user' },
      inputs: { parameters: { x: { taskOutputParameter: { producerTask: 'loop', outputParameterKey: 'o' } } } },
    };
    const [job] = jobs(scheduler(pipeline({ loop, after }, { work, body, user })).start());
    expect(job?.inputs.parameters).toEqual({ x: [] });
  });

  it('tries a whole group again', () => {
    const body: ComponentSpec = { dag: { tasks: { w: { componentRef: { name: 'work' } } } } };
    const group: TaskSpec = { componentRef: { name: 'body' }, retryPolicy: { maxRetryCount: 1 } };
    const play = scheduler(pipeline({ group }, { work, body }));
    play.start();
    const failed = play.taskFailed('group/w', { code: 'exit-code' });
    expect(failed.map(({ type }) => type)).toContain('wait-to-retry');
    const again = play.retryDue('group').filter((action) => action.type === 'start-task');
    expect(again).toMatchObject([{ attempt: 2, job: { key: 'group/w' } }]);
    const ended = play.taskSucceeded('group/w', NOTHING).at(-1);
    expect(ended).toMatchObject({ type: 'end-run', fact: { phase: 'succeeded' } });
  });

  it('tells an exit task how it ended', () => {
    const exit: ComponentSpec = {
      executorLabel: 'exec',
      inputDefinitions: { parameters: { s: { parameterType: 'TASK_FINAL_STATUS', isOptional: true } } },
    };
    const body: ComponentSpec = { dag: { tasks: { w: { componentRef: { name: 'work' } } } } };
    const last: TaskSpec = {
      componentRef: { name: 'exit' },
      dependentTasks: ['handler'],
      triggerPolicy: { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' },
      inputs: { parameters: { s: { taskFinalStatus: { producerTask: 'handler' } } } },
    };
    const spec = pipeline({ handler: { componentRef: { name: 'body' } }, last }, { work, body, exit });
    const bad = scheduler(spec);
    bad.start();
    const names = { pipelineJobResourceName: 'job', pipelineTaskName: 'handler' };
    const [told] = jobs(bad.taskFailed('handler/w', { code: 'exit-code' }));
    const error = { code: 1, message: 'Task handler failed.' };
    expect(told?.inputs.parameters.s).toEqual({ state: 'FAILED', error, ...names });
    const good = scheduler(spec);
    good.start();
    const [fine] = jobs(good.taskSucceeded('handler/w', NOTHING));
    expect(fine?.inputs.parameters.s).toEqual({ state: 'SUCCEEDED', error: {}, ...names });
  });
});
