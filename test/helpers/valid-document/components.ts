import { componentKeyOf } from '../../../src/model/component-key.ts';
import type { ComponentRecord } from '../../../src/model/document.ts';
import type { YamlTree } from '../../../src/yaml/yaml-tree.ts';

/** Types of v1 ports that every generated pipeline knows, as written and as the IR has them. */
const PORTS = [
  ['text', 'String'],
  ['count', 'Integer'],
  ['ratio', 'Float'],
  ['flag', 'Boolean'],
  ['items', 'List'],
  ['options', 'Dict'],
] as const;

const ARTIFACTS = [
  ['data', 'Dataset'],
  ['model', 'Model'],
  ['thing', 'Artifact'],
  ['vertex', 'google.VertexModel'],
] as const;

const ALL = [...PORTS, ...ARTIFACTS];

const inputsOf = (ports: readonly (readonly [string, string])[], optional: boolean): YamlTree =>
  ports.map(([name, type]) => ({ name, type, ...(optional ? { optional: true } : {}) }));

const valueArgs: YamlTree = PORTS.map(([name]) => {
  const branch = ['then', [`--${name}`, { inputValue: name }]] as const;
  return { if: Object.fromEntries([['cond', { isPresent: name }], branch]) };
});

const SPECS: readonly (readonly [string, YamlTree])[] = [
  [
    'say',
    {
      name: 'Say',
      inputs: [{ name: 'text', type: 'String', default: 'hello' }],
      outputs: [{ name: 'said', type: 'String' }],
      implementation: {
        container: {
          image: 'alpine:3.20',
          command: ['sh', '-c', 'echo "$0"\nmkdir -p x\n'],
          args: [{ inputValue: 'text' }],
        },
      },
    },
  ],
  [
    'make',
    {
      name: 'Make It',
      outputs: ALL.map(([name, type]) => ({ name, type })),
      implementation: {
        container: { image: 'maker', command: ['make'], args: ALL.map(([name]) => ({ outputPath: name })) },
      },
    },
  ],
  [
    'use',
    {
      name: 'use',
      inputs: inputsOf(ALL, true),
      outputs: [{ name: 'data', type: 'Dataset' }],
      implementation: {
        container: {
          image: 'user',
          command: ['use', { concat: ['--text=', { inputValue: 'text' }] }],
          args: [...(valueArgs as readonly YamlTree[]), { inputPath: 'data' }],
          env: { COLOUR: 'red', Z: '1' },
        },
      },
    },
  ],
  [
    'need',
    {
      name: 'Need everything',
      inputs: inputsOf(ALL, false),
      outputs: [{ name: 'score', type: 'Float' }],
      implementation: { container: { image: 'needer', args: PORTS.map(([name]) => ({ inputValue: name })) } },
    },
  ],
  [
    'keyword',
    {
      name: 'class',
      inputs: [
        { name: 'lambda', type: 'String' },
        { name: 'import', type: 'Integer', default: 3 },
      ],
      outputs: [
        { name: 'import', type: 'Integer' },
        { name: 'list', type: 'List' },
      ],
      implementation: { container: { image: 'k', args: [{ inputValue: 'lambda' }, 'it\'s "quoted" \\ {{brace}}'] } },
    },
  ],
  [
    'report',
    {
      name: 'report',
      inputs: [
        { name: 'status', type: 'PipelineTaskFinalStatus' },
        { name: 'text', type: 'String', default: '' },
      ],
      implementation: { container: { image: 'reporter', args: [{ inputValue: 'status' }, { executorInput: null }] } },
    },
  ],
  ['gather', gatherSpec()],
];

/** A v2 component: lists of artifacts, and variables of its own. */
function gatherSpec(): YamlTree {
  const definitions = {
    inputDefinitions: {
      artifacts: {
        many: {
          artifactType: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' },
          isArtifactList: true,
          isOptional: true,
        },
      },
      parameters: { items: { parameterType: 'LIST', isOptional: true, defaultValue: [1.5, 'two'] } },
    },
    outputDefinitions: { parameters: { Output: { parameterType: 'NUMBER_INTEGER' } } },
  };
  const image = { image: 'gatherer', command: ['gather'], args: ['{{$}}'], env: [{ name: 'MODE', value: 'a' }] };
  return {
    components: { 'comp-gather': { executorLabel: 'exec-gather', ...definitions } },
    deploymentSpec: { executors: { 'exec-gather': { container: image } } },
    pipelineInfo: { name: 'gather' },
    root: {
      dag: {
        outputs: {
          parameters: { Output: { valueFromParameter: { outputParameterKey: 'Output', producerSubtask: 'gather' } } },
        },
        tasks: {
          gather: {
            cachingOptions: { enableCache: true },
            componentRef: { name: 'comp-gather' },
            inputs: {
              artifacts: { many: { componentInputArtifact: 'many' } },
              parameters: { items: { componentInputParameter: 'items' } },
            },
            taskInfo: { name: 'gather' },
          },
        },
      },
      ...definitions,
    },
    schemaVersion: '2.1.0',
    sdkVersion: 'kfp-2.17.0',
  };
}

/** The components that generated documents use, by a short name. */
export const COMPONENTS: ReadonlyMap<string, ComponentRecord> = new Map(
  SPECS.map(([name, spec], index) => [name, { key: componentKeyOf(name, `${index}`.padStart(64, '0')), spec }]),
);
