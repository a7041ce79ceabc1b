import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../src/analysis/analysis-result.ts';
import { applyFix } from '../../src/analysis/apply-fix.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { interfaceOfTask } from '../../src/analysis/task-interface.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/edit.ts';
import { connect } from '../../src/model/edits/connect.ts';
import { addAfter } from '../../src/model/edits/run-after.ts';
import { arbitraryDraw, drawEdit } from '../helpers/arbitrary-edit.ts';
import type { Draw } from '../helpers/document-builder.ts';
import { arbitraryValidDocument } from '../helpers/valid-document/arbitrary-valid-document.ts';

describe('checking again after an edit', () => {
  it('does so over wires across scopes and their mends, with every construct', () => {
    fc.assert(
      fc.property(arbitraryValidDocument, arbitraryDraw, fc.integer({ min: 1, max: 8 }), (start, draw, count) => {
        let document = start;
        let result = checkDocument(document);
        for (let step = 0; step < count; step += 1) {
          const edit = drawStep(document, result, draw);
          result = checkDocument(edit.document, { result, touched: edit.touched });
          document = edit.document;
          expect(texts(result), edit.label.key).toEqual(texts(checkDocument(document)));
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

/** Any edit, a mend that is offered, or a wire from any output to any input, however forbidden. */
function drawStep(document: PipelineDocument, { diagnostics }: AnalysisResult, draw: Draw): Edit {
  const kind = draw(fc.constantFrom('edit', 'mend', 'wire', 'wire', 'run-after'));
  const mends = diagnostics.flatMap(({ fixes }) => fixes);
  if (kind === 'mend' && mends.length > 0) return applyFix(document, draw(fc.constantFrom(...mends)));
  const tasks = [...document.tasks.keys()];
  const nodes = [...tasks, ...document.groups.keys()];
  if (kind === 'edit' || tasks.length === 0) return drawEdit(document, draw);
  const consumer = draw(fc.constantFrom(...tasks));
  const producer = draw(fc.constantFrom(...tasks));
  if (kind === 'run-after') return addAfter(document, consumer, draw(fc.constantFrom(...nodes)));
  const { inputs } = interfaceOfTask(document, consumer);
  const { outputs } = interfaceOfTask(document, producer);
  if (inputs.length === 0 || outputs.length === 0) return drawEdit(document, draw);
  const reference = {
    kind: draw(fc.constantFrom('task-output' as const, 'task-output' as const, 'collected' as const)),
    task: producer,
    output: draw(fc.constantFrom(...outputs)).id,
  };
  return connect(document, reference, { kind: 'port', task: consumer, port: draw(fc.constantFrom(...inputs)).id });
}

function texts({ diagnostics }: AnalysisResult): readonly string[] {
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).sort();
}
