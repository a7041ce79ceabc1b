import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyFix } from '../../src/analysis/apply-fix.ts';
import { createConnectionCheck } from '../../src/analysis/can-connect.ts';
import { checkDocument } from '../../src/analysis/check-document.ts';
import { interfaceOfTask } from '../../src/analysis/task-interface.ts';
import type { Reference } from '../../src/model/argument.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { connect } from '../../src/model/edits/connect.ts';
import type { TaskId } from '../../src/model/ids.ts';
import { pipelineOfNode } from '../../src/model/lookups.ts';
import { arbitraryValidDocument } from '../helpers/valid-document/arbitrary-valid-document.ts';

/** What an output for the author to complete may still lack. */
const INCOMPLETE: ReadonlySet<string> = new Set(['one-of-needs-else', 'one-of-needs-every-branch']);

it('a wire is drawn exactly where it does no harm, and what is offered instead does none', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryValidDocument, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (document, numbers) => {
      const before = errorsOf(document);
      if (before.length > 0) return;
      for (const [reference, task, port] of drawWires(document, numbers)) {
        const pipeline = pipelineOfNode(document, task) ?? document.root;
        const verdict = createConnectionCheck(document, { pipeline, reference })({ task, port });
        const edit = connect(document, reference, { kind: 'port', task, port });
        // How many tasks a final status waits for is not a matter of one wire.
        const errors = errorsOf(edit.document).filter((code) => code !== 'final-status-needs-one-upstream');
        const told = JSON.stringify([reference, task, port, verdict, errors]);
        expect(verdict.ok, told).toBe(errors.length === 0);
        for (const offer of verdict.ok ? [] : (verdict.offers ?? [])) {
          const { kind } = offer.change;
          seen.add(kind);
          const left = errorsOf(applyFix(document, offer).document);
          expect(
            left.filter((code) => kind !== 'begin-one-of' || !INCOMPLETE.has(code)),
            told,
          ).toEqual([]);
        }
      }
    }),
    { numRuns: 300, endOnFailure: true },
  );
  expect(seen).toContain('surface-one-of');
});

function errorsOf(document: PipelineDocument): readonly string[] {
  return checkDocument(document).diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
}

/** Wires between tasks of the same pipeline, four numbers each. */
function drawWires(
  document: PipelineDocument,
  numbers: readonly number[],
): readonly (readonly [Reference, TaskId, string])[] {
  const tasks = [...document.tasks.values()];
  const pick = <Item>(list: readonly Item[], number: number | undefined): Item | undefined =>
    list.length === 0 ? undefined : list[(number ?? 0) % list.length];
  return Array.from({ length: numbers.length / 4 }, (_item, index) => numbers.slice(index * 4, index * 4 + 4)).flatMap(
    ([first, second, third, fourth]) => {
      const consumer = pick(tasks, first);
      if (consumer === undefined) return [];
      const home = pipelineOfNode(document, consumer.id);
      const producer = pick(
        tasks.filter(({ id }) => pipelineOfNode(document, id) === home),
        second,
      );
      const output = producer && pick(interfaceOfTask(document, producer.id).outputs, third);
      const input = pick(interfaceOfTask(document, consumer.id).inputs, fourth);
      if (producer === undefined || output === undefined || input === undefined) return [];
      const reference = { kind: 'task-output', task: producer.id, output: output.id } as const;
      return [[reference, consumer.id, input.id] as const];
    },
  );
}
