import { describe, expect, it } from 'vitest';
import { arrangementOf } from '../../../renderer/canvas/geometry/arrange.ts';
import { bodyAt } from '../../../renderer/canvas/geometry/body-at.ts';
import { dragOffsets } from '../../../renderer/canvas/geometry/drag-offsets.ts';
import type { Box } from '../../../renderer/canvas/geometry/group-frame.ts';
import { buildNodes } from '../../../renderer/canvas/graph/build-nodes.ts';
import { findWires } from '../../../renderer/canvas/graph/find-wires.ts';
import type { TabId } from '../../../renderer/state/documents-slice.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import { setLayout } from '../../../src/model/edits/move-nodes.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import { bodyNamed, groupDocument, groupNamed, taskNamed } from './group-document.ts';

const document = groupDocument();

function boxOf(key: LayoutKey, of: PipelineDocument = document): Box {
  const box = arrangementOf(of, of.root).boxes.get(key);
  if (box === undefined) throw new Error(`No box ${key}`);
  return box;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function folded(name: string): PipelineDocument {
  const id = groupNamed(document, name);
  const { x, y } = document.layout.get(id) ?? { x: 0, y: 0 };
  return setLayout(document, id, { x, y, collapsed: true }).document;
}

describe('places', () => {
  it('of what stands in a group count from the group', () => {
    expect(boxOf(taskNamed(document, 'work'))).toMatchObject({ x: 600, y: 60 });
    expect(boxOf(taskNamed(document, 'use'))).toMatchObject({ x: 1220, y: 464 });
  });

  it.each([
    ['for-loop-1', ['work']],
    ['condition-branches-2', ['yes', 'no']],
    ['exit-handler-5', ['use', 'first-sub']],
  ])('of the frame of %s are around what it holds', (group, tasks) => {
    const frame = boxOf(groupNamed(document, group));
    for (const task of tasks) expect(holds(frame, boxOf(taskNamed(document, task)))).toBe(true);
    expect(holds(frame, boxOf(taskNamed(document, 'start')))).toBe(false);
  });

  it('of branches are frames inside the frame, each around its own, below each other and of one width', () => {
    const frame = arrangementOf(document, document.root).frames.get(groupNamed(document, 'condition-branches-2'));
    const [first, second] = frame?.lanes ?? [];
    if (frame === undefined || first === undefined || second === undefined) throw new Error('No lanes');
    expect(second.y).toBeGreaterThanOrEqual(first.y + first.height);
    expect(second.width).toBe(first.width);
    const absolute = { ...first, x: first.x + frame.box.x, y: first.y + frame.box.y };
    expect(holds(absolute, boxOf(taskNamed(document, 'yes')))).toBe(true);
    expect(holds(absolute, boxOf(taskNamed(document, 'no')))).toBe(false);
  });

  it('of ports of a frame are on it', () => {
    for (const { box, ports } of arrangementOf(document, document.root).frames.values()) {
      for (const port of ports) {
        expect(port.x).toBeGreaterThanOrEqual(0);
        expect(port.x).toBeLessThanOrEqual(box.width);
        expect(port.y).toBeLessThanOrEqual(box.height);
      }
    }
  });
});

describe('the body at a point', () => {
  it('is the innermost frame there, else that of the pipeline', () => {
    const work = boxOf(taskNamed(document, 'work'));
    const at = (box: Box) => bodyAt(document, document.root, { x: box.x + 5, y: box.y + 5 });
    expect(at(work)).toBe(bodyNamed(document, 'for-loop-1'));
    expect(at(boxOf(taskNamed(document, 'start')))).toBe(rootPipeline(document).body);
    const group = document.groups.get(groupNamed(document, 'condition-branches-2'));
    const lanes = group?.kind === 'branches' ? group.branches.map((branch) => branch.body) : [];
    expect(at(boxOf(taskNamed(document, 'no')))).toBe(lanes[1]);
  });

  it('looks through what is dragged and what is folded', () => {
    const point = { x: boxOf(taskNamed(document, 'work')).x + 5, y: 70 };
    const loop = groupNamed(document, 'for-loop-1');
    expect(bodyAt(document, document.root, point, new Set([loop]))).toBe(rootPipeline(document).body);
    const other = folded('for-loop-1');
    expect(bodyAt(other, other.root, point)).toBe(rootPipeline(other).body);
  });
});

describe('dragging a frame', () => {
  it('takes along what it holds, and nothing else', () => {
    const loop = groupNamed(document, 'for-loop-1');
    const { x, y } = boxOf(loop);
    const offsets = dragOffsets(document, arrangementOf(document, document.root), new Map([[loop, { x: x + 30, y }]]));
    expect([...offsets.keys()].sort()).toEqual([loop, taskNamed(document, 'work')].sort());
    expect(offsets.get(taskNamed(document, 'work'))).toEqual({ x: 30, y: 0 });
  });
});

describe('wires of groups', () => {
  const idsOf = (of: PipelineDocument): readonly string[] =>
    findWires(of, rootPipeline(of)).map(({ source, sourceHandle, target, targetHandle }) => {
      const name = (key: string): string =>
        of.tasks.get(key as never)?.name ?? of.groups.get(key as never)?.name ?? key;
      return `${name(source)} ${sourceHandle} > ${name(target)} ${targetHandle}`;
    });

  it('cross frames: items in, item out, collected, conditions, one-of, exit', () => {
    expect(idsOf(document)).toEqual([
      'start out:list > for-loop-1 items-in',
      'for-loop-1 item-out > work in:value',
      'work out:out > gather in:values',
      'start out:out > condition-branches-2 condition-in:0',
      'yes out:out > condition-branches-2 one-of-in:result',
      'no out:out > condition-branches-2 one-of-in:result',
      'exit-handler-5 after-out > tidy after-in',
      'condition-branches-2 one-of-out:result > use in:value',
    ]);
  });

  it('end at the group that hides an end, and are none where it hides both', () => {
    expect(idsOf(folded('for-loop-1')).slice(0, 2)).toEqual([
      'start out:list > for-loop-1 inner-in',
      'for-loop-1 inner-out > gather in:values',
    ]);
    expect(idsOf(folded('condition-branches-2'))).toContain('start out:out > condition-branches-2 inner-in');
    expect(idsOf(folded('condition-branches-2'))).toContain('condition-branches-2 one-of-out:result > use in:value');
  });

  it('say which are collected', () => {
    const collected = findWires(document, rootPipeline(document)).filter((wire) => wire.isCollected);
    expect(collected.map((wire) => wire.target)).toEqual([taskNamed(document, 'gather')]);
  });

  it('have both ends among the handles of their nodes', () => {
    for (const of of [document, folded('for-loop-1'), folded('condition-branches-2'), folded('exit-handler-5')]) {
      const input = {
        tabId: 'tab' as TabId,
        document: of,
        pipeline: rootPipeline(of),
        selected: new Set<never>(),
        dragged: null,
      };
      const handles = new Set(
        buildNodes(input, new Map()).flatMap((node) => (node.handles ?? []).map((handle) => `${node.id} ${handle.id}`)),
      );
      for (const wire of findWires(of, rootPipeline(of))) {
        expect(handles).toContain(`${wire.source} ${wire.sourceHandle}`);
        expect(handles).toContain(`${wire.target} ${wire.targetHandle}`);
      }
    }
  });
});
