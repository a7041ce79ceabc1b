import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../src/analysis/analysis-result.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { Diagnostic } from '../../src/analysis/diagnostic.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import { addBranch, removeBranch } from '../../src/model/edits/branches.ts';
import { duplicateNodes } from '../../src/model/edits/duplicate-nodes.ts';
import { setExitTask } from '../../src/model/edits/groups.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../src/model/ids.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { arbitraryDraw, drawEdit } from '../helpers/arbitrary-edit.ts';
import { output, smallDocument } from '../helpers/small-document.ts';

describe('checking again after an edit', () => {
  it('finds the very same as checking everything', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, fc.integer({ min: 1, max: 6 }), (start, draw, count) => {
        let document = start;
        let result = checkDocument(document);
        for (let step = 0; step < count; step += 1) {
          const edit = drawEdit(document, draw);
          result = checkDocument(edit.document, { result, touched: edit.touched });
          document = edit.document;
          const whole = checkDocument(document);
          expect(texts(result), edit.label.key).toEqual(texts(whole));
          expect(result.counts).toEqual(whole.counts);
          expect([...result.byNode.keys()].sort()).toEqual([...whole.byNode.keys()].sort());
        }
      }),
      // Shrinking drawn edits takes memory without end; the counterexample is told by its edit.
      { numRuns: 200, endOnFailure: true },
    );
  });

  it.each<readonly [string, (document: PipelineDocument) => Edit, string]>([
    ['a task of another branch goes', (document) => removeNodes(document, ['t3' as NodeId]), 'begin-one-of'],
    [
      'a task of another branch has another name',
      (document) => renameTask(document, 't3' as TaskId, 'new'),
      'surface-one-of',
    ],
    [
      'a task takes another from another branch',
      (document) => duplicateNodes(document, ['t3' as NodeId], { x: 0, y: 0 }),
      'surface-one-of',
    ],
    ['a branch goes', (document) => removeBranch(document, 'g3' as GroupId, 'b4' as BodyId), 'begin-one-of'],
    ['a branch comes', (document) => addBranch(document, 'g3' as GroupId, CONDITION), 'begin-one-of'],
  ])('offers anew when %s', (_name, edit, offered) => {
    const document = smallDocument({
      tasks: [{}, { parent: 'b3' }, { parent: 'b4' }, { arguments: { text: output('t2', 'text_out') } }],
      groups: [branchesOf()],
    });
    const result = checkDocument(document);
    const { document: next, touched } = edit(document);
    const after = checkDocument(next, { result, touched });
    expect(texts(after)).toEqual(texts(checkDocument(next)));
    const [mend] = after.byNode.get('t4' as NodeId)?.[0]?.fixes ?? [];
    expect(mend?.change.kind).toBe(offered);
  });

  it('looks again at who uses a task that becomes an exit task', () => {
    const exitHandler: GroupRecord = {
      ...{ kind: 'exit-handler', id: 'g2' as GroupId, parent: 'b1' as BodyId, name: 'exit-handler-1', after: [] },
      body: 'b2' as BodyId,
    };
    const document = smallDocument({
      tasks: [{}, { parent: 'b2' }, { arguments: { text: output('t1', 'text_out') } }],
      groups: [exitHandler],
    });
    const { document: next, touched } = setExitTask(document, 'g2' as GroupId, 't1' as TaskId);
    const after = checkDocument(next, { result: checkDocument(document), touched });
    expect(after.byNode.get('t3' as NodeId)?.map(({ code }) => code)).toEqual(['exit-task-used']);
    expect(texts(after)).toEqual(texts(checkDocument(next)));
  });

  it('gives the same lists while nothing changed', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, (start, draw) => {
        const before = checkDocument(start);
        const edit = drawEdit(start, draw);
        const after = checkDocument(edit.document, { result: before, touched: edit.touched });
        for (const [node, list] of after.byNode) {
          const old = before.byNode.get(node);
          if (old !== undefined && old.length === list.length && old.every((item, index) => item === list[index])) {
            expect(list).toBe(old);
          }
        }
        if (edit.document === start) expect(after).toBe(before);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

const CONDITION = {
  kind: 'comparison',
  left: output('t1', 'text_out'),
  operator: '==',
  right: { kind: 'value', value: 'a' },
} as const;

/** If and Else; bodies `b3` and `b4`. */
function branchesOf(): GroupRecord {
  return {
    ...{ kind: 'branches', id: 'g3' as GroupId, parent: 'b1' as BodyId, name: 'condition-branches-3', after: [] },
    branches: [
      { name: 'condition-4', body: 'b3' as BodyId, condition: CONDITION },
      { name: 'condition-5', body: 'b4' as BodyId },
    ],
    outputs: [],
  };
}

function texts({ diagnostics }: AnalysisResult): readonly string[] {
  return diagnostics.map((diagnostic: Diagnostic) => JSON.stringify(diagnostic)).sort();
}
