import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMove } from '../../../renderer/canvas/acts/drop-nodes.ts';
import { arrangementOf } from '../../../renderer/canvas/geometry/arrange.ts';
import { buildNodes } from '../../../renderer/canvas/graph/build-nodes.ts';
import { findWires } from '../../../renderer/canvas/graph/find-wires.ts';
import type { TabId } from '../../../renderer/state/documents-slice.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { nodesOfPipeline } from '../../../src/model/lookups.ts';
import { arbitraryDocument } from '../../helpers/arbitrary-document.ts';

describe('any document', () => {
  it('has every shown node on its canvas once, at a finite place, and wires between handles that are there', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        for (const pipeline of document.pipelines.values()) {
          const input = { tabId: 'tab' as TabId, document, pipeline, selected: new Set<LayoutKey>(), dragged: null };
          const nodes = buildNodes(input, new Map());
          const ids = nodes.map((node) => node.id);
          expect(new Set(ids).size).toBe(ids.length);
          const { hiddenIn } = arrangementOf(document, pipeline.id);
          const shown = nodesOfPipeline(document, pipeline.id).filter((node) => !hiddenIn.has(node.id));
          expect(shown.every((node) => ids.includes(node.id))).toBe(true);
          for (const { position, width, height } of nodes) {
            expect([position.x, position.y, width, height].every(Number.isFinite)).toBe(true);
          }
          const handles = new Set(nodes.flatMap((node) => (node.handles ?? []).map(({ id }) => `${node.id} ${id}`)));
          for (const { source, sourceHandle, target, targetHandle } of findWires(document, pipeline)) {
            expect([handles.has(`${source} ${sourceHandle}`), handles.has(`${target} ${targetHandle}`)]).toEqual([
              true,
              true,
            ]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps everything else where it is seen when one node is dragged, and puts that node where it was dropped', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.nat(), fc.integer({ min: -500, max: 500 }), (document, pick, by) => {
        const { boxes, hiddenIn } = arrangementOf(document, document.root);
        const shown = nodesOfPipeline(document, document.root).filter((node) => !hiddenIn.has(node.id));
        const node = shown[pick % Math.max(1, shown.length)];
        const box = node === undefined ? undefined : boxes.get(node.id);
        if (node === undefined || box === undefined) return;
        const after = planMove(document, new Map([[node.id, { x: box.x + by, y: box.y }]])).document;
        const there = arrangementOf(after, after.root).boxes.get(node.id);
        expect({ x: there?.x, y: there?.y }).toEqual({ x: box.x + by, y: box.y });
        for (const task of document.tasks.values()) {
          const before = boxes.get(task.id);
          const now = arrangementOf(after, after.root).boxes.get(task.id);
          const moves = node.id === task.id || isInside(document, task.id, node.id);
          expect(now?.x).toBe(before === undefined ? undefined : before.x + (moves ? by : 0));
        }
      }),
      { numRuns: 40 },
    );
  });
});

function isInside(document: Parameters<typeof nodesOfPipeline>[0], task: LayoutKey, group: LayoutKey): boolean {
  let body = document.tasks.get(task as never)?.parent;
  while (body !== undefined) {
    const owner = document.bodies.get(body)?.owner;
    if (owner?.kind !== 'group') return false;
    if (owner.group === group) return true;
    body = document.groups.get(owner.group)?.parent;
  }
  return false;
}
