import { describe, expect, it } from 'vitest';
import { planRemoval } from '../../../renderer/canvas/acts/remove-selected.ts';
import { type CanvasPort, portOfHandle } from '../../../renderer/canvas/connect/canvas-port.ts';
import { planWire } from '../../../renderer/canvas/connect/connect-ports.ts';
import { createJudge } from '../../../renderer/canvas/connect/judge.ts';
import { describeArgument } from '../../../renderer/canvas/nodes/argument-text.ts';
import type { Argument } from '../../../src/model/argument.ts';
import type { LayoutKey, TaskId } from '../../../src/model/ids.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import { input, output, STRING, smallDocument } from '../../helpers/small-document.ts';

const T1 = 't1' as TaskId;
const T2 = 't2' as TaskId;

function twoTasks() {
  return smallDocument({ pipeline: { inputs: [{ name: 'a', type: STRING }] }, tasks: [{}, {}] });
}

describe('ports by their handles', () => {
  it.each<readonly [string, string, CanvasPort]>([
    ['t1', 'in:data', { kind: 'task-input', task: T1, port: 'data' }],
    ['t1', 'out:data_out', { kind: 'task-output', task: T1, port: 'data_out' }],
    ['t1', 'after-in', { kind: 'after-in', node: T1 }],
    ['t1', 'after-out', { kind: 'after-out', node: T1 }],
    ['inputs:p1', 'out:a', { kind: 'pipeline-input', pipeline: 'p1' as never, name: 'a' }],
    ['inputs:p1', 'out:+', { kind: 'new-input', pipeline: 'p1' as never }],
    ['outputs:p1', 'in:b', { kind: 'pipeline-output', pipeline: 'p1' as never, name: 'b' }],
    ['outputs:p1', 'in:+', { kind: 'new-output', pipeline: 'p1' as never }],
  ])('%s %s', (node, handle, port) => {
    expect(portOfHandle(node as LayoutKey, handle)).toEqual(port);
  });
});

describe('a wire that is being drawn', () => {
  it('is judged the same from either end', () => {
    const document = twoTasks();
    const from: CanvasPort = { kind: 'task-output', task: T1, port: 'data_out' };
    for (const port of ['data', 'any', 'text', 'model']) {
      const to: CanvasPort = { kind: 'task-input', task: T2, port };
      const forward = createJudge(document, document.root, from)(to);
      expect(createJudge(document, document.root, to)(from)).toEqual(forward);
    }
  });

  it('cannot end at another output', () => {
    const document = twoTasks();
    const judge = createJudge(document, document.root, { kind: 'task-output', task: T1, port: 'data_out' });
    expect(judge({ kind: 'task-output', task: T2, port: 'data_out' })).toMatchObject({
      ok: false,
      code: 'not-a-target',
    });
  });

  it('makes the input or output it needs', () => {
    const document = twoTasks();
    const toPort = planWire(
      document,
      document.root,
      { kind: 'new-input', pipeline: document.root },
      { kind: 'task-input', task: T1, port: 'count' },
    );
    expect(toPort?.document.tasks.get(T1)?.arguments.count).toEqual({ kind: 'input', input: 'count' });
    const toOutput = planWire(
      document,
      document.root,
      { kind: 'task-output', task: T1, port: 'data_out' },
      { kind: 'new-output', pipeline: document.root },
    );
    expect(toOutput === undefined ? [] : rootPipeline(toOutput.document).outputs.map((made) => made.name)).toEqual([
      'data_out',
    ]);
  });
});

describe('deleting a selection', () => {
  it('takes one reference out of a text and leaves the rest', () => {
    const text: Argument = { kind: 'text', parts: ['x ', output('t1', 'text_out'), input('a')] };
    const document = smallDocument({
      pipeline: { inputs: [{ name: 'a', type: STRING }] },
      tasks: [{}, { arguments: { text } }],
    });
    const edit = planRemoval(document, { nodes: new Set(), edges: new Set(['argument:t2:text:0']) });
    expect(edit?.document.tasks.get(T2)?.arguments.text).toEqual({ kind: 'text', parts: ['x ', input('a')] });
  });

  it('leaves the terminal nodes alone', () => {
    const document = twoTasks();
    expect(
      planRemoval(document, { nodes: new Set<LayoutKey>([`inputs:${document.root}`]), edges: new Set() }),
    ).toBeUndefined();
  });
});

describe('what a node says of an argument', () => {
  it.each<readonly [Argument, string]>([
    [{ kind: 'value', value: '' }, '""'],
    [{ kind: 'value', value: 'plain' }, 'plain'],
    [{ kind: 'value', value: [1, 2] }, '[1,2]'],
    [{ kind: 'value', value: 'a\n  b' }, 'a b'],
    [input('a'), 'a'],
    [{ kind: 'text', parts: ['to ', input('a')] }, 'to ‹a›'],
  ])('%j is %s', (argument, words) => {
    expect(describeArgument(twoTasks(), argument)).toBe(words);
  });
});
