import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canRunAfter, createConnectionCheck } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { ConnectionVerdict } from '../../src/analysis/connection.ts';
import { interfaceOfTask } from '../../src/analysis/task-interface.ts';
import type { Reference } from '../../src/model/argument.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { addAfter } from '../../src/model/edits/run-after.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, NodeId, PipelineId, TaskId } from '../../src/model/ids.ts';
import {
  artifact,
  input,
  loop,
  output,
  type SmallDocument,
  type SmallTask,
  STRING,
  smallDocument,
} from '../helpers/small-document.ts';

const root = 'p1' as PipelineId;

function verdict(small: SmallDocument, reference: Reference, task: string, port: string) {
  return createConnectionCheck(smallDocument(small), { pipeline: root, reference })({ task: task as TaskId, port });
}

const chain: SmallDocument = {
  pipeline: { inputs: [{ name: 'name', type: STRING }], outputs: [{ name: 'out', type: artifact('Dataset') }] },
  tasks: [
    {},
    { arguments: { text: output('t1', 'text_out') } },
    { arguments: { text: output('t2', 'text_out') } },
    { after: ['t3' as TaskId] },
  ],
};
const looped: SmallDocument = {
  tasks: [{}, { parent: 'b2' }, {}],
  groups: [loop(2, output('t1', 'items_out'))],
};

const guarded: SmallDocument = {
  tasks: [
    {},
    { parent: 'b2' },
    {},
    {
      ...{ component: 'strict', options: { ignoreUpstreamFailure: true } },
      arguments: { text: { kind: 'value', value: '' } },
    },
  ],
  groups: [
    {
      ...{ kind: 'exit-handler', id: 'g2' as GroupId, parent: 'b1' as BodyId, name: 'exit-handler-1', after: [] },
      ...{ body: 'b2' as BodyId, exitTask: 't1' as TaskId },
    },
  ],
};

describe('drawing a wire', () => {
  it.each([
    ['the same type', chain, output('t1', 'text_out'), 't3', 'text', undefined],
    ['any artifact', chain, output('t1', 'any_out'), 't2', 'model', undefined],
    ['a pipeline input', chain, input('name'), 't2', 'text', undefined],
    ['another type', chain, output('t1', 'count_out'), 't2', 'rate', 'parameter-types-differ'],
    ['an artifact into a value', chain, output('t1', 'data_out'), 't2', 'text', 'artifact-for-parameter'],
    ['a task into itself', chain, output('t1', 'text_out'), 't1', 'text', 'cycle'],
    ['a cycle over data and order', chain, output('t4', 'text_out'), 't1', 'text', 'cycle'],
    ['an input that is not there', chain, output('t1', 'text_out'), 't2', 'gone', 'unknown-argument'],
    ['an output that is not there', chain, output('t1', 'gone'), 't2', 'text', 'unknown-output'],
    ['into a loop', looped, output('t1', 'text_out'), 't2', 'text', undefined],
    ['out of a loop', looped, output('t2', 'text_out'), 't3', 'text', 'inside-loop'],
    ['the item inside its loop', looped, { kind: 'loop-item', loop: 'g2' as GroupId }, 't2', 'count', undefined],
    [
      'the item outside its loop',
      looped,
      { kind: 'loop-item', loop: 'g2' as GroupId },
      't3',
      'text',
      'loop-item-outside',
    ],
    [
      'collected outputs',
      looped,
      { kind: 'collected', task: 't2' as TaskId, output: 'text_out' },
      't3',
      'items',
      undefined,
    ],
    ['into an exit task', guarded, output('t2', 'text_out'), 't1', 'text', 'exit-task-depends'],
    ['out of an exit task', guarded, output('t1', 'text_out'), 't3', 'text', 'exit-task-used'],
    ['into a task that runs anyway', guarded, output('t3', 'text_out'), 't4', 'text', 'ignored-failure-needs-default'],
    [
      'a cycle through a loop',
      looped,
      { kind: 'collected', task: 't2' as TaskId, output: 'text_out' },
      't1',
      'items',
      'cycle',
    ],
  ] as const)('%s', (_name, small, reference, task, port, code) => {
    const answer = verdict(small, reference, task, port);
    expect(answer.ok ? undefined : answer.code).toBe(code);
  });

  it('names the cycle it would close', () => {
    const answer = verdict(chain, output('t4', 'text_out'), 't1', 'text');
    expect(answer).toMatchObject({ ok: false, values: { tasks: ['task-1', 'task-2', 'task-3', 'task-4'] } });
  });

  it('says what it would replace', () => {
    const answer = verdict(chain, input('name'), 't2', 'text');
    expect(answer).toEqual({ ok: true, replaces: output('t1', 'text_out') });
  });

  it('checks pipeline outputs', () => {
    const check = (reference: Reference) => createConnectionCheck(smallDocument(chain), { pipeline: root, reference });
    expect(check(output('t1', 'data_out'))({ output: 'out' })).toEqual({ ok: true });
    expect(check(output('t1', 'text_out'))({ output: 'out' })).toMatchObject({
      ok: false,
      code: 'parameter-for-artifact',
    });
    expect(check(input('name'))({ output: 'out' })).toMatchObject({ ok: false, code: 'output-from-input' });
  });

  it('lets a sound drawing stay sound, and refuses nothing that would', () => {
    fc.assert(
      fc.property(
        arbitrarySkeleton,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 25 }),
        (skeleton, wires) => {
          let document = skeleton;
          for (const [a, b, c] of wires) {
            const next = c % 4 === 0 ? drawAfter(document, a, b) : drawWire(document, a, b, c);
            if (next === undefined) continue;
            const errors = errorsOf(next.document);
            expect(next.verdict.ok ? [] : ['refused'], JSON.stringify([next.verdict, errors])).toEqual(
              errors.length === 0 ? [] : ['refused'],
            );
            if (!next.verdict.ok) expect(errors).toContain(next.verdict.code);
            if (next.verdict.ok) document = next.document;
          }
        },
      ),
      { numRuns: 500, endOnFailure: true },
    );
  });
});

interface Drawn {
  readonly verdict: ConnectionVerdict;
  readonly document: PipelineDocument;
}

/** Tasks in nested loops and branches, with nothing drawn between them but what feeds the groups. */
const arbitrarySkeleton: fc.Arbitrary<PipelineDocument> = fc
  .array(fc.constantFrom('b1', 'b2', 'b3', 'b4', 'b5'), { minLength: 6, maxLength: 10 })
  .map((parents) => {
    const anchors: SmallTask[] = ['b1', 'b2', 'b3', 'b4', 'b5'].map((parent) => ({ parent }));
    return smallDocument({
      tasks: [...anchors, ...parents.map((parent) => ({ parent }))],
      groups: [loop(2, output('t1', 'items_out')), loop(3, output('t2', 'items_out'), 'b2'), BRANCHES],
    });
  });

const BRANCHES: GroupRecord = {
  kind: 'branches',
  id: 'g9' as GroupId,
  parent: 'b1' as BodyId,
  name: 'condition-branches-9',
  after: [],
  outputs: [],
  branches: [
    {
      name: 'condition-10',
      body: 'b4' as BodyId,
      condition: {
        kind: 'comparison',
        left: output('t1', 'text_out'),
        operator: '==',
        right: { kind: 'value', value: 'a' },
      },
    },
    { name: 'condition-11', body: 'b5' as BodyId },
  ],
};

function drawAfter(document: PipelineDocument, a: number, b: number): Drawn | undefined {
  const nodes: readonly NodeId[] = [...document.tasks.keys(), ...document.groups.keys()];
  const node = nodes[a % nodes.length] as NodeId;
  const upstream = nodes[b % nodes.length] as NodeId;
  const edit = addAfter(document, node, upstream);
  return edit.document === document
    ? undefined
    : { verdict: canRunAfter(document, node, upstream), document: edit.document };
}

function drawWire(document: PipelineDocument, a: number, b: number, c: number): Drawn | undefined {
  const wire = pickWire(document, a, b, c);
  if (wire === undefined) return undefined;
  const { reference, task, port } = wire;
  const verdict = createConnectionCheck(document, { pipeline: root, reference })({ task, port });
  const edit = connect(document, reference, { kind: 'port', task, port });
  return edit.document === document ? undefined : { verdict, document: edit.document };
}

function errorsOf(document: PipelineDocument): readonly string[] {
  return checkDocument(document)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

function pickWire(document: PipelineDocument, a: number, b: number, c: number) {
  const tasks = [...document.tasks.keys()];
  const from = tasks[a % tasks.length];
  const task = tasks[b % tasks.length];
  if (from === undefined || task === undefined) return undefined;
  const outputs = interfaceOfTask(document, from).outputs;
  const inputs = interfaceOfTask(document, task).inputs;
  const name = outputs[c % outputs.length]?.id;
  const port = inputs[(c >> 4) % inputs.length]?.id;
  if (name === undefined || port === undefined) return undefined;
  const loopItem: Reference = { kind: 'loop-item', loop: (c % 2 === 0 ? 'g2' : 'g3') as GroupId };
  const taskOutput: Reference = { kind: c % 3 === 0 ? 'collected' : 'task-output', task: from, output: name };
  const reference = c % 5 === 0 ? loopItem : taskOutput;
  return { reference, task, port };
}
