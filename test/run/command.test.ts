import { describe, expect, it } from 'vitest';
import type { ComponentSpec, ContainerExecutor } from '../../src/compile/kfp/ir.ts';
import { formatValue } from '../../src/run/command/format-value.ts';
import { readOutputValue } from '../../src/run/command/read-output-value.ts';
import { resolveCommand } from '../../src/run/command/resolve-command.ts';
import type { TaskPlaces } from '../../src/run/command/task-places.ts';
import type { TaskInputs, TaskJob } from '../../src/run/schedule/run-action.ts';

const PLACES: TaskPlaces = {
  taskRoot: '/r/t',
  executorOutputFile: '/r/t/executor_output.json',
  outputPath: (name) => `/r/t/${name}`,
  pipelineRoot: '/r',
  workspacePath: '/w',
  jobName: 'job-1',
  jobId: '42',
  taskName: 't',
  taskId: '43',
  createTime: '2026-01-31T12:00:00Z',
};

const DATA = { name: 'd', uri: '/in/d', schemaTitle: 'system.Dataset', schemaVersion: '0.0.1', metadata: { rows: 3 } };

function job(container: Partial<ContainerExecutor>, inputs: Partial<TaskInputs> = {}): TaskJob {
  const component: ComponentSpec = {
    inputDefinitions: { parameters: { n: { parameterType: 'NUMBER_INTEGER' }, x: { parameterType: 'STRING' } } },
    outputDefinitions: {
      parameters: { o: { parameterType: 'STRING' } },
      artifacts: { m: { artifactType: { schemaTitle: 'system.Model', schemaVersion: '0.0.1' } } },
    },
  };
  return {
    key: 't',
    irPath: 't',
    taskName: 't',
    executorLabel: 'exec-t',
    executor: { container: { image: 'i', ...container } },
    component,
    inputs: { parameters: {}, artifacts: {}, ...inputs },
    caching: false,
  };
}

function commandOf(args: readonly string[], inputs: Partial<TaskInputs> = {}): readonly string[] {
  return resolveCommand(job({ args }, inputs), PLACES).command;
}

describe('command line of a task', () => {
  it.each([
    ["{{$.inputs.parameters['n']}}", '3'],
    ["--x={{$.inputs.parameters['x']}}", '--x=a b'],
    ["{{$.inputs.parameters['nothing']}}", 'null'],
    ["{{$.inputs.artifacts['d'].path}}", '/in/d'],
    ["{{$.inputs.artifacts['d'].uri}}", '/in/d'],
    ["{{$.inputs.artifacts['d'].metadata['rows']}}", '3'],
    ["{{$.inputs.artifacts['gone'].path}}", 'null'],
    ["{{$.outputs.parameters['o'].output_file}}", '/r/t/o'],
    ["{{$.outputs.artifacts['m'].path}}", '/r/t/m'],
    ['{{$.pipeline_job_name}}/{{$.pipeline_task_name}}', 'job-1/t'],
    ['{{$.workspace_path}}', '/w'],
    ['{{channel:x}} stays', '{{channel:x}} stays'],
  ])('resolves %s', (argument, expected) => {
    expect(commandOf([argument], { parameters: { n: 3, x: 'a b' }, artifacts: { d: [DATA] } })).toEqual([expected]);
  });

  it('writes the executor input as JSON', () => {
    const [text = ''] = commandOf(['{{$}}'], { parameters: { n: 3 }, artifacts: { d: [DATA] } });
    expect(JSON.parse(text)).toEqual({
      inputs: {
        parameterValues: { n: 3 },
        artifacts: {
          d: {
            artifacts: [
              {
                name: 'd',
                uri: '/in/d',
                type: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' },
                metadata: { rows: 3 },
              },
            ],
          },
        },
      },
      outputs: {
        parameters: { o: { outputFile: '/r/t/o' } },
        artifacts: {
          m: {
            artifacts: [
              { name: 'm', uri: '/r/t/m', type: { schemaTitle: 'system.Model', schemaVersion: '0.0.1' }, metadata: {} },
            ],
          },
        },
        outputFile: '/r/t/executor_output.json',
      },
    });
  });

  it('joins Concat and nests it', () => {
    expect(
      commandOf(['{"Concat": ["a=", "{{$.inputs.parameters[\'n\']}}", {"Concat": ["-", "z"]}]}'], {
        parameters: { n: 3 },
      }),
    ).toEqual(['a=3-z']);
  });

  it('expands IfPresent by presence and drops an absent Else', () => {
    const argument = '{"IfPresent": {"InputName": "n", "Then": ["--n", "{{$.inputs.parameters[\'n\']}}"]}}';
    expect(commandOf([argument], { parameters: { n: 0 } })).toEqual(['--n', '0']);
    expect(commandOf([argument])).toEqual([]);
  });

  it('keeps an element that only looks like a structure', () => {
    expect(commandOf(['{"Concat": broken'])).toEqual(['{"Concat": broken']);
  });

  it('resolves placeholders inside text parameters first', () => {
    expect(commandOf(["{{$.inputs.parameters['x']}}"], { parameters: { x: 'run {{$.pipeline_job_name}}' } })).toEqual([
      'run job-1',
    ]);
  });

  it('does not resolve a value twice', () => {
    const inputs = { parameters: { x: "{{$.inputs.parameters['n']}}", n: 7 } };
    expect(commandOf(["{{$.inputs.parameters['x']}}"], inputs)).toEqual(['7']);
  });

  it('tells command from args and resolves env', () => {
    const resolved = resolveCommand(
      job({ command: ['sh', '-c'], args: ['x'], env: [{ name: 'JOB', value: '{{$.pipeline_job_name}}' }] }),
      PLACES,
    );
    expect(resolved).toEqual({
      image: 'i',
      limits: {},
      command: ['sh', '-c', 'x'],
      entrypointLength: 2,
      env: [{ name: 'JOB', value: 'job-1' }],
    });
  });
});

describe('values in a command line', () => {
  it.each([
    [3, '3'],
    [1.5, '1.5'],
    [1e21, '1000000000000000000000'],
    [-1.5e-7, '-0.00000015'],
    [true, 'true'],
    ['é', 'é'],
    [['a', 1, { z: 1, a: [] }], '["a",1,{"a":[],"z":1}]'],
    [null, 'null'],
  ])('%j is %s', (value, expected) => {
    expect(formatValue(value)).toBe(expected);
  });
});

describe('values of output files', () => {
  it.each([
    ['STRING', ' a\n', ' a\n'],
    ['NUMBER_INTEGER', '3.0', 3],
    ['NUMBER_DOUBLE', '0.5\n', 0.5],
    ['BOOLEAN', 'True\n', true],
    ['LIST', '[1]', [1]],
    ['STRUCT', '{"a": 1}', { a: 1 }],
  ] as const)('%s from %j', (type, text, expected) => {
    expect(readOutputValue('o', text, type)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['NUMBER_INTEGER', 'three'],
    ['BOOLEAN', 'maybe'],
    ['LIST', '{}'],
    ['STRUCT', '[]'],
  ] as const)('%s refuses %j', (type, text) => {
    expect(readOutputValue('o', text, type)).toMatchObject({ ok: false, error: { code: 'output-invalid' } });
  });
});
