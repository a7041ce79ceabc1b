import { describe, expect, it } from 'vitest';
import { canRunAfter } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { checkForTarget } from '../../src/analysis/check-for-target.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { PipelineRecord, TaskTarget } from '../../src/model/document.ts';
import type { ConditionOperand, GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, NodeId, PipelineId, TaskId } from '../../src/model/ids.ts';
import type { KubernetesSettings } from '../../src/model/kubernetes-settings.ts';
import type { TaskOptions } from '../../src/model/task-options.ts';
import { diagnosticEnglish } from '../../src/words/diagnostic.en.ts';
import {
  artifact,
  INTEGER,
  input,
  LIST,
  loop,
  output,
  type SmallDocument,
  type SmallTask,
  STRING,
  smallDocument,
} from '../helpers/small-document.ts';

const value = (constant: never) => ({ kind: 'value', value: constant }) as const;
const argument = (port: string, constant: unknown): SmallDocument => ({
  tasks: [{ arguments: { [port]: value(constant as never) } }],
});
const wire = (port: string, from: string): SmallDocument => ({
  tasks: [{}, { arguments: { [port]: output('t1', from) } }],
});
const options = (settings: TaskOptions): SmallDocument => ({ tasks: [{ options: settings }] });
const kubernetes = (settings: KubernetesSettings): SmallDocument => options({ kubernetes: settings });
const volume = (mountPath: string) => ({ name: 'claim', mountPath });
const ids = (...names: string[]) => names as unknown as readonly (TaskId & GroupId)[];

function definition(name: string, id: string, body: string): PipelineRecord {
  return { id: id as PipelineId, name, inputs: [], outputs: [], body: body as BodyId, groupCounter: 1 };
}

function branches(...conditions: (readonly [ConditionOperand, ConditionOperand] | undefined)[]): GroupRecord {
  return {
    kind: 'branches',
    id: 'g2' as GroupId,
    parent: 'b1' as BodyId,
    name: 'condition-branches-1',
    after: [],
    outputs: [],
    branches: conditions.map((pair, index) => ({
      name: `condition-${index + 2}`,
      body: `b${index + 2}` as BodyId,
      ...(pair === undefined
        ? {}
        : { condition: { kind: 'comparison', left: pair[0], operator: '==', right: pair[1] } }),
    })),
  };
}
const text = (constant: string): ConditionOperand => ({ kind: 'value', value: constant });
const oneOf = (sources: readonly string[], ...conditions: Parameters<typeof branches>): GroupRecord => ({
  ...(branches(...conditions) as GroupRecord & { readonly kind: 'branches' }),
  outputs: [
    { name: 'best', sources: sources.map((source) => output(...(source.split('.') as [string, string]))) as never },
  ],
});
const exitHandler = (settings: Partial<GroupRecord>): GroupRecord =>
  ({
    kind: 'exit-handler',
    id: 'g2',
    parent: 'b1',
    name: 'exit-handler-1',
    after: [],
    body: 'b2',
    ...settings,
  }) as GroupRecord;
const target = (kind: TaskTarget): SmallDocument => ({ tasks: [{ target: kind }] });
const importer = (downloadToWorkspace: boolean): TaskTarget => ({
  kind: 'importer',
  artifactType: artifact('Dataset') as never,
  reimport: false,
  downloadToWorkspace,
});
const status = { kind: 'parameter', parameterType: 'TASK_FINAL_STATUS' } as const;
const pipeline = (settings: Partial<PipelineRecord>): SmallDocument => ({ pipeline: settings, tasks: [{}] });
const feed = (type: PipelineRecord['inputs'][number]['type'], port: string): SmallDocument => ({
  pipeline: { inputs: [{ name: 'given', type }] },
  tasks: [{ arguments: { [port]: input('given') } }],
});

/** One document for each code. */
const CASES: { readonly [code: string]: SmallDocument } = {
  'accelerator-count-syntax': options({ resources: { acceleratorType: 'gpu', acceleratorCount: 'two' } }),
  'accelerator-without-type': options({ resources: { acceleratorCount: '1' } }),
  'access-mode-invalid': kubernetes({
    ephemeralVolumes: [{ volumeName: 'v', mountPath: '/v', accessModes: ['Often'], size: '1Gi' }],
  }),
  'affinity-weight-invalid': kubernetes({ nodeAffinity: [{ weight: 101 }] }),
  'after-group': { tasks: [{ after: ids('g2') }, { parent: 'b2' }], groups: [loop(2, output('t1', 'items_out'))] },
  'artifact-default': pipeline({ inputs: [{ name: 'data', type: artifact('Dataset'), default: 'x' }] }),
  'artifact-for-parameter': wire('text', 'data_out'),
  'artifact-in-setting': { tasks: [{}, { options: { image: output('t1', 'data_out') } }] },
  'artifact-in-text': {
    tasks: [{}, { arguments: { text: { kind: 'text', parts: ['a ', output('t1', 'data_out')] } } }],
  },
  'artifact-types-differ': wire('model', 'data_out'),
  'artifact-versions-differ': feed({ ...artifact('Model'), schemaVersion: '1.0.0' } as never, 'model'),
  'branch-without-condition': { tasks: [{ parent: 'b2' }], groups: [branches(undefined)] },
  'collected-outside-loop': {
    tasks: [{}, { arguments: { items: { kind: 'collected', task: 't1' as TaskId, output: 'text_out' } } }],
  },
  'component-missing': { tasks: [{ component: 'nowhere' }] },
  'component-problem': { tasks: [{ component: 'untyped' }] },
  'component-unreadable': { tasks: [{ component: 'broken' }] },
  'condition-constant': { tasks: [{ parent: 'b2' }], groups: [branches([text('a'), text('b')])] },
  'condition-not-primitive': {
    tasks: [{}, { parent: 'b2' }],
    groups: [branches([output('t1', 'items_out'), text('b')])],
  },
  'condition-types': { tasks: [{}, { parent: 'b2' }], groups: [branches([output('t1', 'count_out'), text('b')])] },
  'constant-for-artifact': argument('data', 'x'),
  'constant-not-boolean': argument('flag', 'x'),
  'constant-not-finite': argument('rate', Number.POSITIVE_INFINITY),
  'constant-not-integer': argument('count', 1.5),
  'constant-not-list': argument('items', {}),
  'constant-not-map': argument('options', []),
  'constant-not-number': argument('rate', 'x'),
  'constant-not-text': argument('text', 1),
  'constant-null': argument('text', null),
  'container-name-invalid': kubernetes({ initContainers: [{ name: 'A b', image: 'alpine' }] }),
  'container-name-taken': kubernetes({ initContainers: [{ name: 'kfp-launcher', image: 'alpine' }] }),
  'cpu-syntax': options({ resources: { cpuLimit: '1 core' } }),
  cycle: { tasks: [{ after: ids('t2') }, { arguments: { text: output('t1', 'text_out') } }] },
  'data-key-invalid': kubernetes({ secretsAsEnv: [{ name: 's', keys: [{ key: 'a b', variable: 'A' }] }] }),
  'default-type': pipeline({ inputs: [{ name: 'count', type: INTEGER, default: 'x' }] }),
  'duplicate-input': pipeline({
    inputs: [
      { name: 'a', type: STRING },
      { name: 'a', type: STRING },
    ],
  }),
  'duplicate-name': { tasks: [{ name: 'same' }, { name: 'same' }] },
  'duplicate-output': pipeline({
    outputs: [
      { name: 'a', type: STRING },
      { name: 'a', type: STRING },
    ],
  }),
  'duration-invalid': options({ retry: { maxCount: 1, backoffSeconds: -1 } }),
  'env-name-duplicate': options({
    env: [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ],
  }),
  'env-name-invalid': options({ env: [{ name: '1 A', value: '' }] }),
  'exit-handler-inside-group': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [loop(3, output('t1', 'items_out')), exitHandler({ parent: 'b3' as BodyId })],
  },
  'exit-task-depends': {
    tasks: [{ after: ids('t2') }, {}, { parent: 'b2' }],
    groups: [exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>)],
  },
  'exit-task-missing': { tasks: [{ parent: 'b2' }], groups: [exitHandler({})] },
  'field-path-empty': kubernetes({ fieldPathsAsEnv: [{ name: 'A', fieldPath: '' }] }),
  'final-status-input': pipeline({ inputs: [{ name: 'status', type: status }] }),
  'final-status-needs-one-upstream': { tasks: [{ component: 'status', options: { ignoreUpstreamFailure: true } }] },
  'final-status-outside-exit': { tasks: [{ component: 'status' }] },
  'group-without-tasks': { tasks: [{}], groups: [loop(2, output('t1', 'items_out'))] },
  'ignored-failure-needs-default': {
    tasks: [
      {},
      { component: 'strict', arguments: { text: output('t1', 'text_out') }, options: { ignoreUpstreamFailure: true } },
    ],
  },
  'image-empty': { tasks: [{ component: 'imageless' }] },
  'image-syntax': options({ image: 'Not An Image' }),
  'input-name-invalid': pipeline({ inputs: [{ name: '9 lives', type: STRING }] }),
  'input-set-by-kfp': { tasks: [{}, { component: 'status', arguments: { status: output('t1', 'text_out') } }] },
  'inside-group': {
    tasks: [{}, { parent: 'b2' }, { arguments: { text: output('t2', 'text_out') } }],
    groups: [branches([output('t1', 'text_out'), text('b')])],
  },
  'inside-loop': {
    tasks: [{}, { parent: 'b2' }, { arguments: { text: output('t2', 'text_out') } }],
    groups: [loop(2, output('t1', 'items_out'))],
  },
  'label-key-invalid': kubernetes({ podLabels: { 'a b': 'c' } }),
  'label-value-invalid': kubernetes({ podLabels: { a: 'b c' } }),
  'list-for-single-artifact': feed(artifact('Dataset', true), 'data'),
  'loop-item-outside': {
    tasks: [{ arguments: { text: { kind: 'loop-item', loop: 'g2' as GroupId } } }, {}, { parent: 'b2' }],
    groups: [loop(2, output('t2', 'items_out'))],
  },
  'loop-over-single': { tasks: [{}, { parent: 'b2' }], groups: [loop(2, output('t1', 'text_out'))] },
  'loop-without-items': {
    tasks: [{ parent: 'b2' }],
    groups: [{ ...loop(2, input('x')), items: { kind: 'constant', items: [], itemNumber: 1 } } as GroupRecord],
  },
  'memory-syntax': options({ resources: { memoryLimit: '1.5Gi' } }),
  'missing-argument': { tasks: [{ component: 'strict' }] },
  'mount-path-duplicate': kubernetes({ volumeClaims: [volume('/a'), volume('/a')] }),
  'mount-path-invalid': kubernetes({ volumeClaims: [volume('a')] }),
  'no-tasks': {},
  'object-name-invalid': kubernetes({ imagePullSecrets: ['A b'] }),
  'one-of-needs-else': {
    tasks: [{}, { parent: 'b2' }],
    groups: [oneOf(['t2.text_out'], [output('t1', 'text_out'), text('b')])],
  },
  'one-of-needs-every-branch': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [oneOf(['t2.text_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'one-of-in-text': {
    tasks: [
      {},
      { parent: 'b2' },
      { parent: 'b3' },
      {
        arguments: {
          text: { kind: 'text', parts: ['a ', { kind: 'one-of', group: 'g2' as GroupId, output: 'best' }] },
        },
      },
    ],
    groups: [oneOf(['t2.text_out', 't3.text_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'one-of-types': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [oneOf(['t2.text_out', 't3.data_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'other-branch': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3', arguments: { text: output('t2', 'text_out') } }],
    groups: [branches([output('t1', 'text_out'), text('b')], undefined)],
  },
  'other-pipeline': {
    tasks: [{ arguments: { text: output('t2', 'text_out') } }, { parent: 'b9' }],
    definitions: [definition('inner', 'p9', 'b9')],
  },
  'output-from-input': pipeline({
    inputs: [{ name: 'a', type: STRING }],
    outputs: [{ name: 'b', type: STRING, source: input('a') }],
  }),
  'output-name-invalid': pipeline({ outputs: [{ name: '9 lives', type: STRING }] }),
  'output-not-top-level': {
    pipeline: { outputs: [{ name: 'b', type: STRING, source: output('t2', 'text_out') }] },
    tasks: [{}, { parent: 'b2' }],
    groups: [loop(2, output('t1', 'items_out'))],
  },
  'output-without-source': pipeline({ outputs: [{ name: 'b', type: STRING }] }),
  'parallelism-invalid': {
    tasks: [{}, { parent: 'b2' }],
    groups: [{ ...loop(2, output('t1', 'items_out')), parallelism: -1 } as GroupRecord],
  },
  'parameter-for-artifact': wire('data', 'text_out'),
  'parameter-types-differ': wire('rate', 'count_out'),
  'pipeline-missing': target({ kind: 'missing-pipeline', name: 'gone' }),
  'pipeline-name-empty': pipeline({ name: '' }),
  'pipeline-name-invalid': pipeline({ name: 'My Pipeline' }),
  'quantity-invalid': kubernetes({ sharedMemory: { size: 'much' } }),
  'recursive-pipeline': {
    tasks: [{}, { parent: 'b9', target: { kind: 'pipeline', pipeline: 'p9' as PipelineId } }],
    definitions: [definition('inner', 'p9', 'b9')],
  },
  'request-above-limit': options({ resources: { cpuRequest: '2', cpuLimit: '1500m' } }),
  'retry-count-invalid': options({ retry: { maxCount: 1.5 } }),
  'retry-factor-invalid': options({ retry: { maxCount: 1, backoffFactor: 0 } }),
  'secret-in-file': argument('secret_key', 'hunter2'),
  'setting-needs-container': {
    tasks: [{ target: importer(false), arguments: { uri: value('gs://x' as never) }, options: { image: 'alpine' } }],
  },
  'single-artifact-for-list': {
    tasks: [
      { target: { kind: 'pipeline', pipeline: 'p9' as PipelineId }, arguments: { many: output('t2', 'data_out') } },
      {},
      { parent: 'b9' },
    ],
    definitions: [{ ...definition('inner', 'p9', 'b9'), inputs: [{ name: 'many', type: artifact('Dataset', true) }] }],
  },
  'sub-path-invalid': kubernetes({ volumeClaims: [{ ...volume('/a'), subPath: '../b' }] }),
  'task-name-invalid': { tasks: [{ name: 'My_Task' }] },
  'text-in-setting': kubernetes({ imagePullSecrets: [{ kind: 'text', parts: ['a', input('x')] }] }),
  'toleration-needs-exists': kubernetes({ tolerations: [{ operator: 'Equal', value: 'x' }] }),
  'toleration-seconds-unused': kubernetes({ tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 3 }] }),
  'toleration-value-unused': kubernetes({ tolerations: [{ key: 'a', operator: 'Exists', value: 'x' }] }),
  'unknown-argument': argument('nothing_like_it', 'x'),
  'unknown-output': wire('text', 'nothing_like_it'),
  'unknown-pipeline-input': { tasks: [{ arguments: { text: input('gone') } }] },
  'unknown-task': { tasks: [{ after: ids('t9') }], missing: { t9: 'gone' } },
  'unused-input': pipeline({ inputs: [{ name: 'spare', type: LIST }] }),
  'user-id-invalid': kubernetes({ securityContext: { runAsUser: -1 } }),
  'volume-name-invalid': kubernetes({ emptyDirs: [{ volumeName: 'A b', mountPath: '/a' }] }),
  'workspace-not-set': argument('text', '{{$.workspace_path}}/x'),
  'workspace-size-invalid': pipeline({ platform: { workspace: { size: 'big' } } }),
};

/** Codes of other answers than the check of a document. */
const GRAPH_COMPONENT = [
  'after',
  'argument',
  'compiled-component',
  'condition',
  'group',
  'importer',
  'one-of',
  'option',
];
const ELSEWHERE = [
  ...['already-after', 'artifact-input-at-run', 'too-many-tasks'],
  ...[...GRAPH_COMPONENT, 'output', 'setting'].map((code) => `graph-${code}`),
];

describe('diagnostic codes', () => {
  it.each(Object.entries(CASES))('%s is found', (code, small) => {
    const found = checkDocument(smallDocument(small)).diagnostics.map((diagnostic) => diagnostic.code);
    expect(found).toContain(code);
  });

  it('are those of the sentences', () => {
    const sentences = Object.keys(diagnosticEnglish).filter((key) => key.startsWith('diagnostic.'));
    const codes = [...Object.keys(CASES), ...ELSEWHERE].map((code) => `diagnostic.${code}`);
    expect(sentences.sort()).toEqual(codes.sort());
  });

  it('say nothing about a sound pipeline', () => {
    const sound = smallDocument({
      pipeline: {
        inputs: [{ name: 'name', type: STRING, default: '' }],
        outputs: [{ name: 'out', type: STRING, source: output('t2', 'text_out') }],
      },
      tasks: [
        { arguments: { text: input('name'), count: value(3 as never) } },
        {
          arguments: { data: output('t1', 'data_out'), any: output('t1', 'data_out'), model: output('t1', 'any_out') },
          after: ids('t1'),
        },
      ],
    });
    expect(checkDocument(sound).diagnostics).toEqual([]);
  });

  it('tell of an edge that is there already', () => {
    const document = smallDocument({ tasks: [{}, { after: ids('t1') }] });
    const verdict = canRunAfter(document, 't2' as NodeId, 't1' as NodeId);
    expect(verdict).toMatchObject({ ok: false, code: 'already-after', values: { task: 'task-2', upstream: 'task-1' } });
  });

  it('tell of artifacts that no run can be given', () => {
    const inputs = [
      { name: 'table', type: artifact('Dataset') },
      { name: 'spare', type: artifact('Dataset'), optional: true },
    ];
    const document = smallDocument({ pipeline: { inputs }, tasks: [{}] });
    const found = checkForTarget(document, 'kfp').map(({ code, severity, values }) => [code, severity, values.input]);
    expect(found).toEqual([['artifact-input-at-run', 'warning', 'table']]);
  });

  it('tell of sub-pipelines that make too many tasks, however few there are to see', () => {
    const use = (level: number): SmallTask => ({
      parent: `b${level}`,
      target: { kind: 'pipeline', pipeline: `p${level + 1}` as PipelineId },
    });
    const levels = Array.from({ length: 40 }, (_item, index) => index + 1);
    const document = smallDocument({
      tasks: [...levels.flatMap((level) => [use(level), use(level)]), { parent: 'b41' }],
      definitions: levels.map((level) => definition(`level-${level}`, `p${level + 1}`, `b${level + 1}`)),
    });
    expect(checkForTarget(document, 'kfp').map(({ code }) => code)).toEqual(['too-many-tasks']);
    expect(compileDocument(document).ok).toBe(false);
  });

  it('name the whole cycle, in order', () => {
    const document = smallDocument({
      tasks: [
        { arguments: { text: output('t3', 'text_out') } },
        { arguments: { text: output('t1', 'text_out') } },
        { arguments: { text: output('t2', 'text_out') } },
        { arguments: { text: output('t3', 'text_out') } },
      ],
    });
    const [cycle, ...others] = checkDocument(document).diagnostics;
    expect(others).toEqual([]);
    expect(cycle?.place.related).toEqual(['t1', 't2', 't3']);
    expect(cycle?.values.tasks).toEqual(['task-2', 'task-3', 'task-1']);
  });
});
