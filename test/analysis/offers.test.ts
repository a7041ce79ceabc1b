import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/analysis/apply-fix.ts';
import { createConnectionCheck } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { ConnectionTarget } from '../../src/analysis/connection.ts';
import type { Reference } from '../../src/model/argument.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { BranchesGroup, GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, PipelineId, TaskId } from '../../src/model/ids.ts';
import { input, LIST, loop, output, type SmallDocument, STRING, smallDocument } from '../helpers/small-document.ts';

const pipeline = 'p1' as PipelineId;
const port = (task: string, name: string): ConnectionTarget => ({ task: task as TaskId, port: name });
const item: Reference = { kind: 'loop-item', loop: 'g2' as GroupId };
const collected = (task: string, name: string): Reference => ({
  kind: 'collected',
  task: task as TaskId,
  output: name,
});

/** If and Else; bodies `b3` and `b4`. */
function branches(outputs: BranchesGroup['outputs'] = [], parent = 'b1', hasElse = true): GroupRecord {
  const left = output('t1', 'text_out');
  const condition = { kind: 'comparison', left, operator: '==', right: { kind: 'value', value: 'a' } } as const;
  const first = { name: 'condition-4', body: 'b3' as BodyId, condition };
  const last = { name: 'condition-5', body: 'b4' as BodyId };
  return {
    ...{ kind: 'branches', id: 'g3' as GroupId, parent: parent as BodyId, name: 'condition-branches-3', after: [] },
    branches: hasElse ? [first, last] : [first],
    outputs,
  };
}

const looped: SmallDocument = {
  pipeline: {
    inputs: [{ name: 'list', type: LIST, default: [] }],
    outputs: [{ name: 'all', type: LIST }],
  },
  tasks: [{ arguments: { items: input('list') } }, { parent: 'b2' }, {}],
  groups: [loop(2, output('t1', 'items_out'))],
};
const decided: SmallDocument = {
  pipeline: { outputs: [{ name: 'best', type: STRING }] },
  tasks: [{}, { parent: 'b3' }, { parent: 'b4', component: 'strict' }, { parent: 'b4' }, {}],
  groups: [branches()],
};

function offered(small: SmallDocument, reference: Reference, target: ConnectionTarget) {
  const document = smallDocument(small);
  const verdict = createConnectionCheck(document, { pipeline, reference })(target);
  if (verdict.ok) throw new Error('Not refused');
  return { document, code: verdict.code, offers: verdict.offers ?? [] };
}

function errorsOf(document: PipelineDocument): readonly string[] {
  return checkDocument(document)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('offers for a refused wire', () => {
  it.each([
    ['a list of what a loop made', looped, output('t2', 'text_out'), port('t3', 'items'), 'collect-results'],
    ['the same for an output of the pipeline', looped, output('t2', 'text_out'), { output: 'all' }, 'collect-results'],
    ['the item of the list a loop goes over', looped, output('t1', 'items_out'), port('t2', 'text'), 'use-loop-item'],
    ['the list of a loop outside of it', looped, item, port('t3', 'items'), 'use-loop-list'],
    ['one iteration’s output inside the loop', looped, collected('t2', 'text_out'), port('t2', 'text'), undefined],
    ['what whichever branch made', decided, output('t2', 'text_out'), port('t5', 'text'), 'surface-one-of'],
    ['the same for an output', decided, output('t2', 'text_out'), { output: 'best' }, 'surface-one-of'],
    ['nothing from one branch to another', decided, output('t2', 'text_out'), port('t4', 'text'), undefined],
    ['nothing that does not fit', looped, output('t2', 'text_out'), port('t3', 'text'), undefined],
    ['nothing that closes a cycle', looped, output('t2', 'items_out'), port('t1', 'items'), undefined],
  ] as const)('%s', (_name, small, reference, target, kind) => {
    const { document, offers } = offered(small, reference, target);
    expect(offers[0]?.change.kind).toBe(kind);
    for (const offer of offers) {
      const edit = applyFix(document, offer);
      expect(edit.document).not.toBe(document);
      expect(errorsOf(edit.document).filter((code) => !errorsOf(document).includes(code))).toEqual([]);
    }
  });

  it('takes from the other branches what is likest', () => {
    const { document, offers } = offered(decided, output('t2', 'text_out'), port('t5', 'text'));
    const [offer] = offers;
    if (offer === undefined) throw new Error('No offer');
    const { document: next } = applyFix(document, offer);
    const group = next.groups.get('g3' as GroupId);
    expect(group?.kind === 'branches' ? group.outputs : undefined).toEqual([
      { name: 'text_out', sources: [output('t2', 'text_out'), output('t4', 'text_out')] },
    ]);
    expect(next.tasks.get('t5' as TaskId)?.arguments.text).toEqual({
      kind: 'one-of',
      group: 'g3',
      output: 'text_out',
    });
  });

  it('uses the output that is there already', () => {
    const sources = [output('t2', 'text_out'), output('t4', 'text_out')] as never;
    const small = {
      tasks: decided.tasks?.with(2, { parent: 'b4' }) ?? [],
      groups: [branches([{ name: 'best', sources }])],
    };
    const { document, offers } = offered(small, output('t4', 'text_out'), port('t5', 'text'));
    const [offer] = offers;
    if (offer === undefined) throw new Error('No offer');
    const { document: next } = applyFix(document, offer);
    expect(next.groups).toBe(document.groups);
    expect(errorsOf(next)).toEqual([]);
  });

  it('adds a branch to an output that lacks it', () => {
    const small = { ...decided, groups: [branches([{ name: 'best', sources: [output('t4', 'text_out') as never] }])] };
    const { offers } = offered(small, output('t2', 'text_out'), port('t5', 'text'));
    expect(offers[0]?.change.oneOf).toEqual({
      name: 'best',
      sources: [output('t2', 'text_out'), output('t4', 'text_out')],
    });
  });

  it('begins an output that the author completes', () => {
    const small: SmallDocument = {
      tasks: [{}, { parent: 'b3' }, {}],
      groups: [branches([], 'b1', false)],
    };
    const { document, offers } = offered(small, output('t2', 'text_out'), port('t3', 'text'));
    expect(offers.map(({ change }) => change.kind)).toEqual(['begin-one-of']);
    const [offer] = offers;
    if (offer === undefined) throw new Error('No offer');
    expect(errorsOf(applyFix(document, offer).document)).toEqual(['one-of-needs-else']);
  });

  it('offers nothing for what stands deeper than the branch', () => {
    const small: SmallDocument = {
      tasks: [{}, { parent: 'b2' }, { parent: 'b4' }, {}],
      groups: [branches(), loop(2, output('t1', 'items_out'), 'b3')],
    };
    expect(offered(small, output('t2', 'text_out'), port('t4', 'text')).offers).toEqual([]);
    expect(offered(small, output('t2', 'text_out'), port('t4', 'items')).offers).toEqual([]);
  });
});

describe('offers as mends', () => {
  it('change one reference of a text and leave the rest', () => {
    const argument = { kind: 'text', parts: ['is ', collected('t2', 'text_out'), '.'] } as const;
    const document = smallDocument({
      tasks: [{}, { parent: 'b2' }, { parent: 'b2', arguments: { text: argument } }],
      groups: [loop(2, output('t1', 'items_out'))],
    });
    const [diagnostic] = checkDocument(document).diagnostics;
    expect(diagnostic?.code).toBe('collected-outside-loop');
    const [mend] = diagnostic?.fixes ?? [];
    if (mend === undefined) throw new Error('No mend');
    const { document: next } = applyFix(document, mend);
    expect(next.tasks.get('t3' as TaskId)?.arguments.text).toEqual({
      kind: 'text',
      parts: ['is ', output('t2', 'text_out'), '.'],
    });
    expect(errorsOf(next)).toEqual([]);
  });

  it('mend conditions, items, settings and outputs', () => {
    const condition = {
      kind: 'comparison',
      left: output('t3', 'text_out'),
      operator: '==',
      right: { kind: 'value', value: 'a' },
    };
    const document = smallDocument({
      pipeline: {
        inputs: [{ name: 'list', type: LIST }],
        outputs: [{ name: 'best', type: STRING, source: output('t2', 'text_out') }],
      },
      tasks: [
        {},
        { parent: 'b3' },
        { parent: 'b4' },
        { parent: 'b2', options: { image: item } },
        { parent: 'b6' },
        { parent: 'b7' },
      ],
      groups: [
        branches(),
        loop(7, output('t2', 'items_out')),
        loop(2, input('list')),
        {
          ...{ kind: 'branches', id: 'g6' as GroupId, parent: 'b1' as BodyId, name: 'condition-6', after: [] },
          branches: [{ name: 'condition-6', body: 'b6' as BodyId, condition: condition as never }],
          outputs: [],
        },
      ],
    });
    let mended = document;
    for (let round = 0; round < 4; round += 1) {
      const [diagnostic] = checkDocument(mended).diagnostics;
      const [mend] = diagnostic?.fixes ?? [];
      if (mend !== undefined) mended = applyFix(mended, mend).document;
    }
    expect(errorsOf(mended)).toEqual([]);
    expect(mended.groups.get('g3' as GroupId)).toMatchObject({
      outputs: [{ name: 'text_out' }, { name: 'items_out' }],
    });
  });
});
