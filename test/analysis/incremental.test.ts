import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../src/analysis/analysis-result.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import type { Diagnostic } from '../../src/analysis/diagnostic.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { arbitraryDraw, drawEdit } from '../helpers/arbitrary-edit.ts';

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

function texts({ diagnostics }: AnalysisResult): readonly string[] {
  return diagnostics.map((diagnostic: Diagnostic) => JSON.stringify(diagnostic)).sort();
}
