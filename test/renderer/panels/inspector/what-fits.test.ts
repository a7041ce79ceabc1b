import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCycleFilter } from '../../../../renderer/panels/inspector/references/cycle-filter.ts';
import { findReferences } from '../../../../renderer/panels/inspector/references/find-references.ts';
import { findUpstream } from '../../../../renderer/panels/inspector/references/find-upstream.ts';
import { canRunAfter, createConnectionCheck } from '../../../../src/analysis/can-connect.ts';
import { createCycleCheck } from '../../../../src/analysis/cycle-check.ts';
import { interfaceOfTask } from '../../../../src/analysis/task-interface.ts';
import type { Reference } from '../../../../src/model/argument.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import { nodesOfPipeline, pipelineOfNode, tasksOfPipeline } from '../../../../src/model/lookups.ts';
import { arbitraryDocument } from '../../../helpers/arbitrary-document.ts';

const documents = arbitraryDocument();

function outputsOf(document: PipelineDocument): readonly (Reference & { readonly kind: 'task-output' })[] {
  return tasksOfPipeline(document, document.root).flatMap(({ id }) =>
    interfaceOfTask(document, id).outputs.map((port) => ({ kind: 'task-output' as const, task: id, output: port.id })),
  );
}

describe('what fits in any document', () => {
  it('closes a cycle exactly when drawing the wire would', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const nodes = nodesOfPipeline(document, document.root);
        for (const consumer of nodes) {
          const closes = createCycleFilter(document, consumer.id);
          for (const producer of nodes) {
            const drawn = createCycleCheck(document, producer.id)(consumer.id);
            expect([producer.name, consumer.name, closes(producer.id)]).toEqual([
              producer.name,
              consumer.name,
              drawn !== undefined,
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is offered for a port exactly when the wire may be drawn', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const task of tasksOfPipeline(document, document.root)) {
          for (const { id, type } of interfaceOfTask(document, task.id).inputs) {
            const offered = findReferences(document, document.root, { kind: 'port', task: task.id, port: id, type });
            const mayBeDrawn = (reference: Reference): boolean =>
              createConnectionCheck(document, { pipeline: document.root, reference })({ task: task.id, port: id }).ok;
            expect(offered.map(({ reference }) => reference).filter((reference) => !mayBeDrawn(reference))).toEqual([]);
            const plain = outputsOf(document).filter(
              (reference) => reference.task !== task.id && mayBeDrawn(reference),
            );
            const found = new Set(offered.map(({ reference }) => JSON.stringify(reference)));
            expect(plain.filter((reference) => !found.has(JSON.stringify(reference)))).toEqual([]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is offered to run after exactly when that may be', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const task of tasksOfPipeline(document, document.root)) {
          const offered = findUpstream(document, document.root, task.id).map((node) => node.id);
          const allowed = nodesOfPipeline(document, document.root).filter(
            (node) => pipelineOfNode(document, node.id) === document.root && canRunAfter(document, task.id, node.id).ok,
          );
          expect(offered).toEqual(allowed.map((node) => node.id));
        }
      }),
      { numRuns: 60 },
    );
  });
});
