import { describe, expect, it } from 'vitest';
import type { Reference } from '../../src/model/argument.ts';
import { replaceReference } from '../../src/model/edits/replace-reference.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, NodeId, PipelineId, TaskId } from '../../src/model/ids.ts';
import { input, loop, output, STRING, smallDocument } from '../helpers/small-document.ts';

const old = output('t1', 'text_out');
const other = output('t2', 'text_out');
const node = (id: string) => ({ kind: 'node', node: id as NodeId }) as const;

const group: GroupRecord = {
  ...{ kind: 'branches', id: 'g3' as GroupId, parent: 'b1' as BodyId, name: 'condition-3', after: [] },
  branches: [
    {
      name: 'condition-3',
      body: 'b3' as BodyId,
      condition: { kind: 'comparison', left: old, operator: '==', right: { kind: 'value', value: 'a' } },
    },
  ],
  outputs: [{ name: 'best', sources: [old as never] }],
};
const document = smallDocument({
  pipeline: { inputs: [{ name: 'a', type: STRING }], outputs: [{ name: 'out', type: STRING, source: old }] },
  tasks: [
    {},
    {},
    {
      arguments: { text: { kind: 'text', parts: ['a ', old, ' b ', input('a')] }, items: old },
      options: { image: old, resources: { cpuLimit: input('a') } },
    },
    { parent: 'b2' },
    { parent: 'b3' },
  ],
  groups: [loop(2, old), group],
});

describe('feeding a place from another reference', () => {
  const port = { kind: 'port', task: 't3' as TaskId, port: 'text' } as const;

  it('changes one reference of a text', () => {
    const { document: next } = replaceReference(document, port, other, old);
    expect(next.tasks.get('t3' as TaskId)?.arguments.text).toEqual({
      kind: 'text',
      parts: ['a ', other, ' b ', input('a')],
    });
    expect(next.tasks.get('t3' as TaskId)?.arguments.items).toBe(old);
  });

  it('feeds the whole place where nothing is named', () => {
    const { document: next } = replaceReference(document, port, other);
    expect(next.tasks.get('t3' as TaskId)?.arguments.text).toEqual(other);
  });

  it('changes settings and leaves arguments', () => {
    const task = replaceReference(document, node('t3'), other, old).document.tasks.get('t3' as TaskId);
    expect(task?.options).toEqual({ image: other, resources: { cpuLimit: input('a') } });
    expect(task?.arguments).toBe(document.tasks.get('t3' as TaskId)?.arguments);
  });

  it('changes items of a loop, and conditions but not sources of branches', () => {
    const next = replaceReference(document, node('g2'), other, old).document.groups.get('g2' as GroupId);
    expect(next).toMatchObject({ items: { kind: 'reference', reference: other } });
    const branches = replaceReference(document, node('g3'), other, old).document.groups.get('g3' as GroupId);
    expect(branches).toMatchObject({ branches: [{ condition: { left: other } }], outputs: [{ sources: [old] }] });
  });

  it('feeds an output of the pipeline', () => {
    const place = { kind: 'output', pipeline: 'p1' as PipelineId, output: 'out' } as const;
    const { document: next } = replaceReference(document, place, other, old);
    expect(next.pipelines.get(next.root)?.outputs[0]?.source).toEqual(other);
  });

  it.each<readonly [string, Parameters<typeof replaceReference>[1], Reference, Reference | undefined]>([
    ['the pipeline lacks the reference', node('t3'), input('gone'), old],
    ['it stands nowhere in the place', node('t3'), other, output('t9', 'text_out')],
    ['there is no such node', node('t9'), other, old],
    ['there is no such port’s task', { ...port, task: 't9' as TaskId }, other, old],
  ])('changes nothing when %s', (_name, place, reference, instead) => {
    expect(replaceReference(document, place, reference, instead).document).toBe(document);
  });
});
