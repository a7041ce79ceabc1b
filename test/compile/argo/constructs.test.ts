import { describe, expect, it } from 'vitest';
import { compileForTarget } from '../../../src/compile/targets.ts';
import { readForeignYaml } from '../../../src/yaml/read-foreign-yaml.ts';
import { smallPipeline } from './small-pipeline.ts';

interface Template {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** The spec of a small pipeline as a workflow, with its templates by name. */
function specOf(parts: string, components = '') {
  const compiled = compileForTarget(smallPipeline(parts, 'small', components), 'argo');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const read = readForeignYaml(compiled.value.text);
  if (!read.ok) throw new Error(read.error.code);
  const [{ spec }] = read.value.documents as unknown as [{ spec: { templates: Template[]; onExit?: string } }];
  return { ...spec, templates: Object.fromEntries(spec.templates.map((template) => [template.name, template])) };
}

const MAKE = 'make: {component: make@000000000001}';

describe('what the KFP v1 compiler had no way to say', () => {
  const branches = `tasks:
  ${MAKE}
  condition-branches-1:
    branches:
      - name: condition-2
        if: {left: {from: make.text}, operator: "==", right: 'say "a"'}
        tasks: {make-2: {component: make@000000000001}}
      - name: condition-3
        tasks: {make-3: {component: make@000000000001, arguments: {seed: b}}}
    outputs:
      text: [make-2.text, make-3.text]
      data: [make-2.data, make-3.data]
  say: {component: say@000000000002, arguments: {words: {oneOf: condition-branches-1.text}}}
  read: {component: read@000000000003, arguments: {data: {oneOf: condition-branches-1.data}}}`;

  it('branches exclude each other, and what they give is that of whichever ran', () => {
    const { templates } = specOf(branches);
    const when = '"{{inputs.parameters.make-text}}" == "say \\"a\\""';
    expect(templates['condition-branches-1']).toMatchObject({
      inputs: { parameters: [{ name: 'make-text' }] },
      dag: {
        tasks: [
          { name: 'condition-2', when },
          { name: 'condition-3', when: `!(${when})` },
        ],
      },
      outputs: {
        parameters: [
          {
            name: 'condition-branches-1-text',
            valueFrom: {
              expression:
                "tasks['condition-2'].status == 'Succeeded' ? tasks['condition-2'].outputs.parameters['make-2-text'] : tasks['condition-3'].outputs.parameters['make-3-text']",
            },
          },
        ],
        artifacts: [
          {
            name: 'condition-branches-1-data',
            fromExpression: expect.stringContaining("outputs.artifacts['make-3-data']"),
          },
        ],
      },
    });
    expect(templates['condition-2']).toMatchObject({ outputs: { parameters: [{ name: 'make-2-text' }] } });
  });

  it('values are collected from a loop, through a template that limits it', () => {
    const { templates } = specOf(`tasks:
  for-loop-2:
    loop: {items: [a, b], itemNumber: 1, parallelism: 1}
    tasks: {inner: {component: make@000000000001, arguments: {seed: {item: for-loop-2}}}}
  list: {component: list@000000000004, arguments: {items: {collected: inner.text}}}`);
    expect(templates['for-loop-2']).toMatchObject({
      parallelism: 1,
      dag: { tasks: [{ name: 'iteration', template: 'for-loop-2-iteration', withItems: ['a', 'b'] }] },
      outputs: {
        parameters: [
          {
            name: 'inner-text-collected',
            valueFrom: { parameter: '{{tasks.iteration.outputs.parameters.inner-text-collected}}' },
          },
        ],
      },
    });
    expect(templates['for-loop-2-iteration']).toMatchObject({
      outputs: { parameters: [{ valueFrom: { parameter: '{{tasks.inner.outputs.parameters.inner-text}}' } }] },
    });
    expect(JSON.stringify(templates.small)).toContain('{{tasks.for-loop-2.outputs.parameters.inner-text-collected}}');
  });

  it('several exit handlers are hooks of their groups, one alone ends the workflow', () => {
    const handler = (number: number) => `
  exit-handler-${number}:
    exitHandler: {exitTask: status-${number}}
    tasks: {make-${number}: {component: make@000000000001}}
  status-${number}: {component: status@000000000006}`;
    const two = specOf(`tasks:${handler(1)}${handler(2)}`);
    expect(two.onExit).toBeUndefined();
    expect(two.templates.small).toMatchObject({
      dag: { tasks: [{ hooks: { exit: { template: 'status-1' } } }, { hooks: { exit: { template: 'status-2' } } }] },
    });
    const one = specOf(`tasks:${handler(1)}`);
    expect(one.onExit).toBe('status-1');
    const [, status = ''] = (one.templates['status-1'] as unknown as { container: { command: string[] } }).container
      .command;
    expect(status).toContain("{{=workflow.status == 'Succeeded' ? 'SUCCEEDED' : 'FAILED'}}");
    expect(status).toContain('"pipelineTaskName": "exit-handler-1"');
  });

  it('a sub-pipeline is one template, called with what each task gives or with defaults', () => {
    const { templates } = specOf(`inputs: {who: {type: String}}
tasks:
  greet: {pipeline: greeting, arguments: {name: {text: ["Dr. ", {input: who}]}}}
  greet-2: {pipeline: greeting}
  say-2: {component: say@000000000002, arguments: {words: {from: greet.text}}}
pipelines:
  greeting:
    inputs: {name: {type: String, default: nobody}}
    outputs: {text: {type: String, from: make.text}}
    tasks:
      make: {component: make@000000000001, arguments: {seed: {input: name}}}`);
    const call = (value: string) => ({ template: 'greeting', arguments: { parameters: [{ name: 'name', value }] } });
    expect(templates.small).toMatchObject({
      dag: { tasks: [call('Dr. {{workflow.parameters.who}}'), call('nobody'), { dependencies: ['greet'] }] },
    });
    expect(JSON.stringify(templates.small)).toContain('{{tasks.greet.outputs.parameters.text}}');
    expect(templates.greeting).toMatchObject({ outputs: { parameters: [{ name: 'text' }] } });
  });

  it('an importer is no task: what takes its artifact fetches it', () => {
    const { templates } = specOf(`tasks:
  old: {importer: {type: Dataset, reimport: false}, arguments: {uri: s3://bucket/a/b}}
  read: {component: read@000000000003, arguments: {data: {from: old.artifact}}, after: [old]}`);
    expect(templates.small).toEqual({
      name: 'small',
      dag: {
        tasks: [
          {
            name: 'read',
            template: 'read',
            arguments: { artifacts: [{ name: 'old-artifact', s3: { bucket: 'bucket', key: 'a/b' } }] },
          },
        ],
      },
    });
  });

  it('a task that ignores failures depends on every end of those before it', () => {
    const { templates } = specOf(`tasks:
  ${MAKE}
  say: {component: say@000000000002, arguments: {words: x}, after: [make], options: {ignoreUpstreamFailure: true}}
  say-2: {component: say@000000000002, arguments: {words: y}, after: [make, say]}`);
    const depends = '(make.Succeeded || make.Skipped || make.Failed || make.Errored || make.Omitted)';
    expect(templates.small).toMatchObject({
      dag: {
        failFast: false,
        tasks: [{ name: 'make' }, { name: 'say', depends }, { name: 'say-2', depends: 'make && say' }],
      },
    });
  });

  it.each(['y', 'N', '1e+21', '0o17', '12e3'])('%s is quoted, because Go’s YAML does not take it for text', (words) => {
    const drawn = `tasks: {say: {component: say@000000000002, arguments: {words: "${words}"}}}`;
    const compiled = compileForTarget(smallPipeline(drawn), 'argo');
    expect(compiled.ok && compiled.value.text).toContain(`      - '${words}'\n`);
  });
});

describe('components written with the SDK', () => {
  const component = `  fit@000000000007:
    spec:
      pipelineInfo: {name: fit}
      components:
        comp-fit:
          executorLabel: exec-fit
          inputDefinitions:
            artifacts: {table: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}}
            parameters:
              deep: {parameterType: BOOLEAN}
              label: {parameterType: STRING}
              rate: {parameterType: NUMBER_DOUBLE}
              size: {parameterType: NUMBER_INTEGER, isOptional: true, defaultValue: 3}
          outputDefinitions:
            artifacts: {model: {artifactType: {schemaTitle: system.Model, schemaVersion: 0.0.1}}}
            parameters: {score: {parameterType: NUMBER_DOUBLE}}
      deploymentSpec:
        executors: {exec-fit: {container: {image: python, args: [--executor_input, "{{$}}"], command: [run]}}}
      root: {dag: {tasks: {}}}
`;

  it('get their inputs and the paths of their outputs in one message', () => {
    const { templates } = specOf(
      `inputs: {deep: {type: Boolean, default: true}, rate: {type: Float, default: 0.5}, who: {type: String, default: me}}
tasks:
  ${MAKE}
  fit:
    component: fit@000000000007
    arguments:
      deep: {input: deep}
      label: {text: ["it's ", {input: who}]}
      rate: {input: rate}
      table: {from: make.data}`,
      component,
    );
    const { args } = (templates.fit as unknown as { container: { args: string[] } }).container;
    const filled = (args[1] ?? '')
      .replace("{{=toJson('it\\'s ' + inputs.parameters['who'])}}", '"it\'s me"')
      .replace("{{=lower(inputs.parameters['deep'])}}", 'true')
      .replace('{{inputs.parameters.rate}}', '0.5');
    expect(JSON.parse(filled)).toEqual({
      inputs: {
        parameterValues: { deep: true, label: "it's me", rate: 0.5, size: 3 },
        artifacts: { table: { artifacts: [artifact('table', 'system.Dataset', '/tmp/inputs/table/data')] } },
      },
      outputs: {
        parameters: { score: { outputFile: '/tmp/outputs/score/data' } },
        artifacts: { model: { artifacts: [artifact('model', 'system.Model', '/tmp/outputs/model/data')] } },
        outputFile: '/tmp/outputs/executor_output.json',
      },
    });
  });
});

function artifact(name: string, schemaTitle: string, uri: string) {
  return { name, type: { schemaTitle, schemaVersion: '0.0.1' }, uri, metadata: {} };
}
