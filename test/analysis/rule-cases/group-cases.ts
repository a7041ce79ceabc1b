import type { GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, GroupId, TaskId } from '../../../src/model/ids.ts';
import { input, loop, output, type SmallDocument } from '../../helpers/small-document.ts';
import {
  branches,
  collected,
  constantLoop,
  exitHandler,
  ids,
  importer,
  oneOf,
  text,
  twoOneOfs,
  value,
} from './builders.ts';

/** Documents with a fault of control flow. */
export const GROUP_CASES: { readonly [code: string]: SmallDocument } = {
  'after-group': { tasks: [{ after: ids('g2') }, { parent: 'b2' }], groups: [loop(2, output('t1', 'items_out'))] },
  'branch-without-condition': { tasks: [{ parent: 'b2' }], groups: [branches(undefined)] },
  'collected-in-text': {
    tasks: [
      {},
      { parent: 'b2' },
      { arguments: { text: { kind: 'text', parts: ['a ', collected('t2', 'text_out')] } } },
    ],
    groups: [loop(2, output('t1', 'items_out'))],
  },
  'collected-outside-loop': {
    tasks: [{}, { arguments: { items: { kind: 'collected', task: 't1' as TaskId, output: 'text_out' } } }],
  },
  'condition-constant': { tasks: [{ parent: 'b2' }], groups: [branches([text('a'), text('b')])] },
  'condition-not-finite': {
    tasks: [{}, { parent: 'b2' }],
    groups: [branches([output('t1', 'count_out'), { kind: 'value', value: Number.POSITIVE_INFINITY }])],
  },
  'condition-not-primitive': {
    tasks: [{}, { parent: 'b2' }],
    groups: [branches([output('t1', 'items_out'), text('b')])],
  },
  'condition-types': { tasks: [{}, { parent: 'b2' }], groups: [branches([output('t1', 'count_out'), text('3')])] },
  'exit-handler-inside-group': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [loop(3, output('t1', 'items_out')), exitHandler({ parent: 'b3' as BodyId })],
  },
  'exit-task-depends': {
    tasks: [{ after: ids('t2') }, {}, { parent: 'b2' }],
    groups: [exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>)],
  },
  'exit-task-elsewhere': {
    tasks: [{ parent: 'b2' }, { parent: 'b2' }],
    groups: [exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>)],
  },
  'exit-task-importer': {
    tasks: [{ target: importer(false), arguments: { uri: value('gs://x') } }, { parent: 'b2' }],
    groups: [exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>)],
  },
  'exit-task-missing': { tasks: [{ parent: 'b2' }], groups: [exitHandler({})] },
  'exit-task-shared': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [
      exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>),
      exitHandler({
        ...{ id: 'g3' as GroupId, name: 'exit-handler-2', body: 'b3' as BodyId },
        exitTask: 't1' as TaskId,
      } as Partial<GroupRecord>),
    ],
  },
  'exit-task-used': {
    tasks: [{}, { parent: 'b2' }, { arguments: { text: output('t1', 'text_out') } }],
    groups: [exitHandler({ exitTask: 't1' as TaskId } as Partial<GroupRecord>)],
  },
  'final-status-needs-one-upstream': { tasks: [{ component: 'status', options: { ignoreUpstreamFailure: true } }] },
  'final-status-outside-exit': { tasks: [{ component: 'status' }] },
  'group-name-invalid': {
    tasks: [{}, { parent: 'b2' }],
    groups: [{ ...loop(2, output('t1', 'items_out')), name: 'Every_Item' }],
  },
  'group-without-branches': { tasks: [{}], groups: [branches()] },
  'group-without-tasks': { tasks: [{}], groups: [loop(2, output('t1', 'items_out'))] },
  'ignored-failure-needs-default': {
    tasks: [
      {},
      { component: 'strict', arguments: { text: output('t1', 'text_out') }, options: { ignoreUpstreamFailure: true } },
    ],
  },
  'inside-group': {
    tasks: [{}, { parent: 'b2' }, { arguments: { text: output('t2', 'text_out') } }],
    groups: [branches([output('t1', 'text_out'), text('b')])],
  },
  'inside-loop': {
    tasks: [{}, { parent: 'b2' }, { arguments: { text: output('t2', 'text_out') } }],
    groups: [loop(2, output('t1', 'items_out'))],
  },
  'loop-field-invalid': { tasks: [{ parent: 'b2' }], groups: [constantLoop([{ 'a b': 1 }])] },
  'loop-field-missing': {
    tasks: [{ parent: 'b2', arguments: { count: { kind: 'loop-item', loop: 'g2' as GroupId, field: 'b' } } }],
    groups: [constantLoop([{ a: 1 }])],
  },
  'loop-item-outside': {
    tasks: [{ arguments: { text: { kind: 'loop-item', loop: 'g2' as GroupId } } }, {}, { parent: 'b2' }],
    groups: [loop(2, output('t2', 'items_out'))],
  },
  'loop-over-single': { tasks: [{}, { parent: 'b2' }], groups: [loop(2, output('t1', 'text_out'))] },
  'loop-without-items': {
    tasks: [{ parent: 'b2' }],
    groups: [{ ...loop(2, input('x')), items: { kind: 'constant', items: [], itemNumber: 1 } } as GroupRecord],
  },
  'one-of-branch-twice': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [oneOf(['t2.text_out', 't3.text_out', 't3.text_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'one-of-duplicate': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [twoOneOfs([output('t1', 'text_out'), text('b')], undefined)],
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
  'one-of-needs-else': {
    tasks: [{}, { parent: 'b2' }],
    groups: [oneOf(['t2.text_out'], [output('t1', 'text_out'), text('b')])],
  },
  'one-of-needs-every-branch': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [oneOf(['t2.text_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'one-of-source-elsewhere': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [oneOf(['t2.text_out', 't3.text_out', 't1.text_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'one-of-types': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3' }],
    groups: [oneOf(['t2.text_out', 't3.data_out'], [output('t1', 'text_out'), text('b')], undefined)],
  },
  'other-branch': {
    tasks: [{}, { parent: 'b2' }, { parent: 'b3', arguments: { text: output('t2', 'text_out') } }],
    groups: [branches([output('t1', 'text_out'), text('b')], undefined)],
  },
  'parallelism-invalid': {
    tasks: [{}, { parent: 'b2' }],
    groups: [{ ...loop(2, output('t1', 'items_out')), parallelism: -1 } as GroupRecord],
  },
};
