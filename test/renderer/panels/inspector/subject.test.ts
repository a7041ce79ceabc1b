import { describe, expect, it } from 'vitest';
import { planRemoveWire } from '../../../../renderer/canvas/acts/remove-selected.ts';
import { type SECTIONS, sectionOfField } from '../../../../renderer/panels/inspector/fields/section-store.ts';
import { endsOfEdge } from '../../../../renderer/panels/inspector/other/edge-ends.ts';
import { subjectOf } from '../../../../renderer/panels/inspector/subject.ts';
import { addNote } from '../../../../src/model/edits/notes.ts';
import type { LayoutKey, TaskId } from '../../../../src/model/ids.ts';
import { input, loop, output, STRING, smallDocument } from '../../../helpers/small-document.ts';

const base = smallDocument({
  pipeline: {
    inputs: [{ name: 'words', type: STRING }],
    outputs: [{ name: 'result', type: STRING, source: output('t1', 'text_out') }],
  },
  groups: [loop(2, input('words'))],
  tasks: [
    {},
    {
      arguments: { text: { kind: 'text', parts: [input('words'), ' and ', output('t1', 'text_out')] } },
      after: ['t1' as TaskId],
    },
  ],
});
const added = addNote(base, base.root, 'hello');
const document = added.document;

function subject(nodes: readonly string[], edges: readonly string[] = []) {
  return subjectOf(document, document.root, { nodes: new Set(nodes as LayoutKey[]), edges: new Set(edges) });
}

describe('subjectOf', () => {
  it('tells what is selected', () => {
    expect(subject([])).toEqual({ kind: 'pipeline', pipeline: 'p1' });
    expect(subject(['t1'])).toEqual({ kind: 'task', task: 't1' });
    expect(subject(['g2'])).toEqual({ kind: 'group', group: 'g2' });
    expect(subject([added.note])).toEqual({ kind: 'note', note: added.note });
    expect(subject(['inputs:p1'])).toEqual({ kind: 'pipeline', pipeline: 'p1', only: 'inputs' });
    expect(subject(['outputs:p1'])).toEqual({ kind: 'pipeline', pipeline: 'p1', only: 'outputs' });
    expect(subject([], ['after:t2:t1'])).toEqual({
      kind: 'edge',
      edge: { kind: 'after', node: 't2', upstream: 't1' },
    });
  });

  it('counts several things', () => {
    const many = { kind: 'many', tasks: ['t1', 't2'], others: 1, edges: 1 };
    expect(subject(['t1', 't2', 'g2'], ['after:t2:t1'])).toEqual(many);
    expect(subject([], ['after:t2:t1', 'output:p1:result'])).toEqual({ kind: 'many', tasks: [], others: 0, edges: 2 });
  });

  it('falls back to the pipeline for what is gone', () => {
    expect(subject(['t99'])).toEqual({ kind: 'pipeline', pipeline: 'p1' });
    expect(subject([], ['nonsense'])).toEqual({ kind: 'pipeline', pipeline: 'p1' });
  });
});

describe('wires', () => {
  const task = 't2' as TaskId;
  const second = { kind: 'argument', task, port: 'text', index: 1 } as const;

  it('name both ends', () => {
    expect(endsOfEdge(document, second)).toEqual({
      from: { key: 't1', text: 'task-1.text_out' },
      to: { key: 't2', text: 'task-2.text' },
    });
    expect(endsOfEdge(document, { kind: 'output', pipeline: document.root, output: 'result' })).toEqual({
      from: { key: 't1', text: 'task-1.text_out' },
      to: { key: 'outputs:p1', text: 'result' },
    });
    expect(endsOfEdge(document, { kind: 'argument', task, port: 'count', index: 0 })).toBeUndefined();
  });

  it('are taken away one by one', () => {
    const after = planRemoveWire(document, second)?.document;
    expect(after?.tasks.get(task)?.arguments.text).toEqual({ kind: 'text', parts: [input('words'), ' and '] });
    const free = planRemoveWire(document, { kind: 'after', node: task, upstream: 't1' as TaskId })?.document;
    expect(free?.tasks.get(task)?.after).toEqual([]);
    const unfed = planRemoveWire(document, { kind: 'output', pipeline: document.root, output: 'result' })?.document;
    expect(unfed?.pipelines.get(document.root)?.outputs[0]?.source).toBeUndefined();
  });
});

describe('sectionOfField', () => {
  const cases: readonly (readonly [string, (typeof SECTIONS)[number] | undefined])[] = [
    ['argument:text', 'inputs'],
    ['input:words', 'pipelineInputs'],
    ['output:result', 'pipelineOutputs'],
    ['options.retry.maxCount', 'retry'],
    ['options.resources.cpuLimit', 'resources'],
    ['options.env.2', 'container'],
    ['options.kubernetes.imagePullPolicy', 'container'],
    ['options.kubernetes.podLabels', 'kubernetes'],
    ['platform.workspace', 'platform'],
    ['somewhere', undefined],
  ];
  it.each(cases)('%s stands in %s', (field, section) => {
    expect(sectionOfField(field)).toBe(section);
  });
});
