import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { removeNodes } from '../../src/model/edits/remove-nodes.ts';
import { renameTask } from '../../src/model/edits/rename-task.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { moduloIds } from '../helpers/modulo-ids.ts';

function reload(text: string, previous?: PipelineDocument): PipelineDocument {
  const parsed = parsePipelineFile(text, previous === undefined ? {} : { previous });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.document;
}

describe('reading a file again', () => {
  it('gives the very same records where nothing changed', () => {
    fc.assert(
      fc.property(arbitraryDocument({ missing: false }), (document) => {
        const text = printPipelineFile(document);
        const first = reload(text);
        const again = reload(text, first);
        for (const table of ['components', 'notes', 'layout'] as const) expect(again[table]).toBe(first[table]);
        for (const [id, task] of first.tasks) expect(again.tasks.get(id)?.name).toBe(task.name);
        expect(moduloIds(again)).toEqual(moduloIds(first));
      }),
      { numRuns: 33, endOnFailure: true },
    );
  });

  it('keeps the ids of what kept its name, and gives new ones to what is new', () => {
    fc.assert(
      fc.property(arbitraryDocument({ missing: false }), (document) => {
        const before = reload(printPipelineFile(document));
        const [first, second] = [...before.tasks.values()];
        if (first === undefined || second === undefined) return;
        const removed = removeNodes(before, [second.id]).document;
        const edited = removed.tasks.has(first.id) ? renameTask(removed, first.id, 'quite new').document : removed;
        const after = reload(printPipelineFile(edited), before);
        expect(moduloIds(after)).toEqual(moduloIds(reload(printPipelineFile(edited))));
        for (const [id, task] of after.tasks) {
          const same = before.tasks.get(id);
          if (task.name === 'quite-new') expect(same).toBeUndefined();
          else expect(same?.name).toBe(task.name);
        }
        expect(after.counter).toBeGreaterThanOrEqual(before.counter);
      }),
      { numRuns: 33, endOnFailure: true },
    );
  });

  it('does not give a definition’s ids to the root', () => {
    const head = 'apiVersion: pipewright.dev/v1\nkind: Pipeline\nmetadata: {name: p}\n';
    const task = 'tasks:\n      a: {importer: {type: Model}}\n';
    const before = reload(`${head}pipelines:\n  sub:\n    ${task}`);
    const after = reload(`${head}tasks:\n  a: {importer: {type: Model}}\npipelines:\n  sub:\n    ${task}`, before);
    const [inner] = [...before.tasks.keys()];
    expect(after.tasks.size).toBe(2);
    const kept = [...after.tasks.values()].find((candidate) => candidate.id === inner);
    expect(after.bodies.get(kept?.parent as never)?.owner).toEqual(before.bodies.get(kept?.parent as never)?.owner);
  });
});
