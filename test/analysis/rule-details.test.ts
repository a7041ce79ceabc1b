import { describe, expect, it } from 'vitest';
import { canRunAfter } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { GroupRecord, LoopGroup } from '../../src/model/group.ts';
import type { GroupId, NodeId, TaskId } from '../../src/model/ids.ts';
import type { KubernetesSettings } from '../../src/model/kubernetes-settings.ts';
import { artifact, input, LIST, loop, output, type SmallDocument, smallDocument } from '../helpers/small-document.ts';
import {
  branches,
  compiled,
  constantLoop,
  exitHandler,
  ids,
  importer,
  kubernetes,
  text,
  value,
} from './rule-cases/builders.ts';

/** What is told, but of inputs that nothing uses. */
function codes(small: SmallDocument): readonly string[] {
  const { diagnostics } = checkDocument(smallDocument(small));
  return diagnostics.flatMap(({ code }) => (code === 'unused-input' ? [] : [code]));
}

const status = { component: 'status', options: { ignoreUpstreamFailure: true } } as const;
const items = loop(2, output('t1', 'items_out')) as LoopGroup;
const loopOver = (name: string): GroupRecord => loop(2, input(name));
const exit: GroupRecord = exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>);
const download = { target: importer(true), arguments: { uri: value('gs://x') } };
const metadata = (reference: ReturnType<typeof output>): SmallDocument => ({
  tasks: [{}, { target: { ...importer(false), metadata: reference } as never, arguments: { uri: value('gs://x') } }],
});
const pods = (settings: KubernetesSettings): SmallDocument => kubernetes(settings);

describe('rules, one by one', () => {
  it.each<readonly [string, SmallDocument, readonly string[]]>([
    ['a download needs a workspace', { tasks: [download] }, ['workspace-not-set']],
    ['a download with a workspace', { pipeline: { platform: { workspace: { size: '1Gi' } } }, tasks: [download] }, []],
    ['metadata of an importer takes values', metadata(output('t1', 'data_out')), ['artifact-in-setting']],
    ['metadata of an importer refers to what is there', metadata(output('t1', 'gone')), ['unknown-output']],
    ['metadata of an importer', metadata(output('t1', 'text_out')), []],
    ['a status of one task', { tasks: [{}, { ...status, after: ids('t1') }] }, []],
    [
      'a status of a task outside the group',
      { tasks: [{}, { parent: 'b2', ...status, after: ids('t1') }], groups: [items] },
      ['final-status-needs-one-upstream'],
    ],
    [
      'a status of two tasks in one loop, which are one task to wait for',
      { tasks: [{}, { parent: 'b2' }, { parent: 'b2' }, { ...status, after: ids('t2', 't3') }], groups: [items] },
      [],
    ],
    [
      'a status of two tasks',
      { tasks: [{}, {}, { ...status, after: ids('t1', 't2') }] },
      ['final-status-needs-one-upstream'],
    ],
    ['a status of an exit task', { tasks: [{ component: 'status' }, { parent: 'b2' }], groups: [exit] }, []],
    [
      'an ignored failure with an item of a task’s list',
      {
        tasks: [
          {},
          {
            ...{ parent: 'b2', component: 'strict', options: { ignoreUpstreamFailure: true } },
            arguments: { text: { kind: 'loop-item', loop: 'g2' as GroupId } },
          },
        ],
        groups: [items],
      },
      ['ignored-failure-needs-default'],
    ],
    [
      'an ignored failure with an input of the pipeline',
      {
        pipeline: { inputs: [{ name: 'list', type: LIST }] },
        tasks: [
          {
            ...{ parent: 'b2', component: 'strict', options: { ignoreUpstreamFailure: true } },
            arguments: { text: { kind: 'loop-item', loop: 'g2' as GroupId } },
          },
        ],
        groups: [loopOver('list')],
      },
      [],
    ],
    [
      'an exit task whose setting is an output',
      { tasks: [{ options: { image: output('t3', 'text_out') } }, { parent: 'b2' }, {}], groups: [exit] },
      ['exit-task-depends'],
    ],
    [
      'running after an exit task',
      { tasks: [{}, { parent: 'b2' }, { after: ids('t1') }], groups: [exit] },
      ['exit-task-used'],
    ],
    [
      'running after what stands in an If in a loop waits for the loop',
      {
        tasks: [{}, { parent: 'b3' }, { after: ids('t2') }],
        groups: [
          items,
          {
            ...(branches([output('t1', 'text_out'), text('b')]) as GroupRecord),
            ...{ id: 'g3' as GroupId, parent: 'b2', name: 'condition-3' },
            branches: [
              {
                name: 'condition-3',
                body: 'b3',
                condition: { kind: 'comparison', left: output('t1', 'text_out'), operator: '==', right: text('b') },
              },
            ],
          } as never,
        ],
      },
      [],
    ],
    [
      'quotes, backslashes and line ends in a condition',
      { tasks: [{}, { parent: 'b2' }], groups: [branches([output('t1', 'text_out'), text("it's a \\ \n")])] },
      [],
    ],
    [
      'a whole number and a float in a condition',
      { tasks: [{}, { parent: 'b2' }], groups: [branches([output('t1', 'count_out'), { kind: 'value', value: 2.5 }])] },
      [],
    ],
    [
      'a number and a switch in a condition',
      {
        tasks: [{}, { parent: 'b2' }],
        groups: [branches([output('t1', 'count_out'), { kind: 'value', value: true }])],
      },
      ['condition-types'],
    ],
    [
      'a field of an artifact',
      {
        pipeline: { inputs: [{ name: 'tables', type: artifact('Dataset', true) }] },
        tasks: [{ parent: 'b2', arguments: { text: { kind: 'loop-item', loop: 'g2' as GroupId, field: 'a' } } }],
        groups: [loopOver('tables')],
      },
      ['loop-field-missing'],
    ],
    [
      'a field that only a later item has',
      {
        tasks: [{ parent: 'b2', arguments: { count: { kind: 'loop-item', loop: 'g2' as GroupId, field: 'b' } } }],
        groups: [constantLoop([{ a: 1 }, { b: 2 }])],
      },
      [],
    ],
    [
      'a value that the component names, resources that it takes over',
      {
        tasks: [
          { component: 'compiled', arguments: { mode: value('high') }, options: { resources: { cpuLimit: '1' } } },
        ],
        components: { compiled },
      },
      [],
    ],
    [
      'what is inside an init container',
      pods({
        initContainers: [
          {
            ...{ name: 'first', image: 'alpine' },
            env: [{ name: '1 A', value: '' }],
            volumeMounts: [
              { volumeName: 'v', mountPath: 'a' },
              { volumeName: 'v', mountPath: '/b' },
              { volumeName: 'w', mountPath: '/b' },
            ],
            resources: { limits: { cpu: 'much' } },
          },
        ],
      }),
      ['env-name-invalid', 'mount-path-invalid', 'mount-path-duplicate', 'quantity-invalid'],
    ],
    [
      'requirements of every operator',
      pods({
        nodeAffinity: [
          {
            matchExpressions: [
              { key: 'a', operator: 'In', values: ['x'] },
              { key: 'a', operator: 'Exists' },
              { key: 'a', operator: 'Gt', values: ['3'] },
              { key: 'a', operator: 'Exists', values: ['x'] },
              { key: 'a', operator: 'Lt', values: ['x'] },
              { key: 'a b', operator: 'NotIn', values: ['x'] },
            ],
          },
        ],
      }),
      ['selector-values-invalid', 'selector-values-invalid', 'label-key-invalid'],
    ],
  ])('%s', (_name, small, expected) => {
    expect(codes(small)).toEqual(expected);
  });

  it('an exit task that is drawn to something else', () => {
    const document = smallDocument({ tasks: [{}, { parent: 'b2' }, {}], groups: [exit] });
    expect(canRunAfter(document, 't3' as NodeId, 't1' as NodeId)).toMatchObject({ ok: false, code: 'exit-task-used' });
    expect(canRunAfter(document, 't3' as NodeId, 'g2' as NodeId)).toEqual({ ok: true });
  });
});
