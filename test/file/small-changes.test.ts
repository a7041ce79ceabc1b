import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePipelineFile } from '../../src/file/parse-file.ts';
import { printPipelineFile } from '../../src/file/print-file.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { moveNodes } from '../../src/model/edits/move-nodes.ts';
import { renameInput } from '../../src/model/edits/pipeline-inputs.ts';
import type { LayoutKey, NodeId } from '../../src/model/ids.ts';
import { rootPipeline } from '../../src/model/lookups.ts';
import { arbitraryDocument } from '../helpers/arbitrary-document.ts';
import { arbitraryDraw, drawEdit } from '../helpers/arbitrary-edit.ts';
import { changedLines, withComments } from '../helpers/commented-text.ts';
import { moduloIds } from '../helpers/modulo-ids.ts';

function parsed(text: string) {
  const result = parsePipelineFile(text);
  if (!result.ok) throw new Error(`${result.error.code}\n${text}`);
  return result.value;
}

function nodesWithPlace(document: PipelineDocument): readonly LayoutKey[] {
  return [...document.layout.keys()].filter((key) => !document.notes.has(key as never));
}

describe('the text after an edit', () => {
  it('differs in one line when one node moved', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.nat(), fc.boolean(), (document, choice, commented) => {
        const printed = printPipelineFile(document);
        const text = commented ? withComments(printed, (index) => index % 3 === choice % 3) : printed;
        const file = parsed(text);
        const keys = nodesWithPlace(file.document);
        const key = keys[choice % Math.max(1, keys.length)];
        if (key === undefined) return;
        const old = file.document.layout.get(key);
        const edit = moveNodes(file.document, new Map([[key, { x: (old?.x ?? 0) + 1, y: 7 }]]));
        const { removed, added } = changedLines(text, printPipelineFile(edit.document, file.source));
        expect([removed.length, added.length]).toEqual([1, 1]);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('gains lines only where nothing had a place before', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const unplaced = [...document.tasks.keys()].find((id: NodeId) => !document.layout.has(id));
        const text = printPipelineFile(document);
        if (unplaced === undefined || !text.includes('\nlayout:')) return;
        const edit = moveNodes(document, new Map([[unplaced, { x: 1, y: 2 }]]));
        const { removed, added } = changedLines(text, printPipelineFile(edit.document));
        expect([removed.length, added.length]).toEqual([0, 1]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('differs only in lines that name a parameter when that is renamed', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.boolean(), (document, commented) => {
        const printed = printPipelineFile(document);
        const text = commented ? withComments(printed, (index) => index % 2 === 0) : printed;
        const file = parsed(text);
        const [input] = rootPipeline(file.document).inputs;
        if (input === undefined) return;
        const edit = renameInput(file.document, file.document.root, input.name, 'a_new_name');
        const { removed, added } = changedLines(text, printPipelineFile(edit.document, file.source));
        expect(removed.length).toBe(added.length);
        for (const line of removed) expect(line).toContain(input.name);
        for (const line of added) expect(line).toContain('a_new_name');
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('holds the edited document, whatever comments stood in it', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDraw, fc.nat(), (document, draw, salt) => {
        const text = withComments(printPipelineFile(document), (index) => (index * 7 + salt) % 3 === 0);
        const file = parsed(text);
        let edited = file.document;
        for (let step = 0; step < 2; step++) edited = drawEdit(edited, draw).document;
        const printed = printPipelineFile(edited, file.source);
        const canonical = parsed(printPipelineFile(edited));
        const again = parsed(printed);
        expect(again.damaged).toBe(false);
        expect(moduloIds(again.document)).toEqual(moduloIds(canonical.document));
        expect(printPipelineFile(again.document, again.source)).toBe(printed);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it('keeps every comment when only arguments and places change', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.nat({ max: 3 }), (document, salt) => {
        const text = withComments(printPipelineFile(document), (index) => (index + salt) % 4 === 0);
        const file = parsed(text);
        const keys = nodesWithPlace(file.document);
        const edit = moveNodes(file.document, new Map(keys.map((key) => [key, { x: 12345, y: -1 }])));
        const comments = (source: string): string[] => source.match(/# comment \d+/g) ?? [];
        expect(comments(printPipelineFile(edit.document, file.source))).toEqual(comments(text));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
