import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { Touched } from '../../src/model/edit.ts';
import { createHistory, goToStep, recordEdit, redo, undo } from '../../src/model/history.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { arbitraryDraw, drawEdit } from '../helpers/arbitrary-edit.ts';
import { danglingOf } from '../helpers/dangling.ts';

const TABLES = ['pipelines', 'bodies', 'tasks', 'groups', 'components', 'notes', 'layout', 'missing'] as const;

/** The keys whose records are not the same object, by table. */
function changedKeys(before: PipelineDocument, after: PipelineDocument): { [table: string]: string[] } {
  return Object.fromEntries(
    TABLES.map((table) => {
      const [left, right]: [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>] = [before[table], after[table]];
      const keys = new Set([...left.keys(), ...right.keys()]);
      return [table, [...keys].filter((key) => left.get(key) !== right.get(key)).sort()];
    }),
  );
}

function touchedKeys(touched: Touched): { [table: string]: string[] } {
  return Object.fromEntries(TABLES.map((table) => [table, ([...touched[table]] as string[]).sort()]));
}

/** How often each text occurs. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

describe('every edit', () => {
  it('tells exactly what it touched', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, (document, draw) => {
        const edit = drawEdit(document, draw);
        expect(touchedKeys(edit.touched)).toEqual(changedKeys(document, edit.document));
        const changed = Object.values(changedKeys(document, edit.document)).some((keys) => keys.length > 0);
        expect(edit.document === document).toBe(!changed);
      }),
      { numRuns: 125, endOnFailure: true },
    );
  });

  it('adds no dangling reference and leaves no stray record', () => {
    fc.assert(
      fc.property(arbitraryDocument({ missing: false }), arbitraryDraw, (document, draw) => {
        let current = document;
        for (let step = 0; step < 3; step++) {
          const next = drawEdit(current, draw).document;
          const before = counted(danglingOf(current));
          const added = danglingOf(next).filter((text) => !before.has(text));
          expect(added).toEqual([]);
          current = next;
        }
      }),
      { numRuns: 125, endOnFailure: true },
    );
  });

  it('keeps names unique in their pipeline', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, (document, draw) => {
        const edit = drawEdit(document, draw);
        for (const names of namesByPipeline(edit.document)) expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 62, endOnFailure: true },
    );
  });
});

function namesByPipeline(document: PipelineDocument): readonly (readonly string[])[] {
  return [...document.pipelines.values()].flatMap((pipeline) => {
    const names: string[] = [];
    const visit = (body: string): void => {
      for (const task of document.tasks.values()) if (task.parent === body) names.push(task.name);
      for (const group of document.groups.values()) {
        if (group.parent !== body) continue;
        for (const inner of group.kind === 'branches' ? group.branches.map((branch) => branch.body) : [group.body])
          visit(inner);
      }
    };
    visit(pipeline.body);
    return [names, pipeline.inputs.map((input) => input.name), pipeline.outputs.map((output) => output.name)];
  });
}

describe('history', () => {
  it('gives back the very same records after any edits and as many undos, and after redoing them', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, fc.nat({ max: 6 }), (document, draw, steps) => {
        let history = createHistory();
        let current = document;
        for (let step = 0; step < steps; step++) {
          const edit = drawEdit(current, draw);
          history = recordEdit(history, current, edit, draw(fc.constantFrom(undefined, 'typing')));
          current = edit.document;
        }
        const last = current;
        const undone = goToStep(history, current, 0);
        expect(changedKeys(document, undone.edit.document)).toEqual(changedKeys(document, document));
        const redone = goToStep(undone.history, undone.edit.document, history.past.length);
        expect(changedKeys(last, redone.edit.document)).toEqual(changedKeys(last, last));
      }),
      { numRuns: 62, endOnFailure: true },
    );
  });

  it('tells what an undo and a redo touched', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, (document, draw) => {
        const edit = drawEdit(document, draw);
        const history = recordEdit(createHistory(), document, edit);
        const move = undo(history, edit.document);
        if (move === undefined) {
          expect(edit.document).toBe(document);
          return;
        }
        expect(touchedKeys(move.edit.touched)).toEqual(touchedKeys(edit.touched));
        const again = redo(move.history, move.edit.document);
        expect(touchedKeys(again?.edit.touched ?? edit.touched)).toEqual(touchedKeys(edit.touched));
      }),
      { numRuns: 37, endOnFailure: true },
    );
  });
});
