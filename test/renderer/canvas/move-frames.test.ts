import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyAsSeen, duplicateSeen, insertSeen } from '../../../renderer/canvas/acts/copies.ts';
import { dropPlaceAt, planMove } from '../../../renderer/canvas/acts/drop-nodes.ts';
import { arrangementOf } from '../../../renderer/canvas/geometry/arrange.ts';
import { openTab } from '../../../renderer/state/tabs.ts';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Position } from '../../../src/model/edits/place-node.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { rootPipeline } from '../../../src/model/lookups.ts';
import { resetStore } from '../state/reset-store.ts';
import { bodyNamed, groupDocument, groupNamed, storedPlace, taskNamed } from './group-document.ts';

const document = groupDocument();

function seen(of: PipelineDocument, key: LayoutKey): Position {
  const box = arrangementOf(of, of.root).boxes.get(key);
  if (box === undefined) throw new Error(`No box ${key}`);
  return { x: box.x, y: box.y };
}

function moved(key: LayoutKey, by: Position): ReadonlyMap<LayoutKey, Position> {
  const { x, y } = seen(document, key);
  return new Map([[key, { x: x + by.x, y: y + by.y }]]);
}

describe('the edit of a drag', () => {
  it('of a frame changes its own place alone', () => {
    const loop = groupNamed(document, 'for-loop-1');
    const after = planMove(document, moved(loop, { x: 50, y: -20 })).document;
    expect(storedPlace(after, loop)).toEqual([450, -20]);
    expect(storedPlace(after, taskNamed(after, 'work'))).toEqual([200, 60]);
    expect(seen(after, taskNamed(after, 'work'))).toEqual({ x: 650, y: 40 });
  });

  it('of a frame and what is in it moves neither twice', () => {
    const loop = groupNamed(document, 'for-loop-1');
    const work = taskNamed(document, 'work');
    const both = new Map([...moved(loop, { x: 50, y: 0 }), ...moved(work, { x: 50, y: 0 })]);
    const after = planMove(document, both).document;
    expect(seen(after, work)).toEqual({ x: 650, y: 60 });
    expect(storedPlace(after, work)).toEqual([200, 60]);
  });

  it('of a task in a frame counts from the frame', () => {
    const work = taskNamed(document, 'work');
    const after = planMove(document, moved(work, { x: 7, y: 8 })).document;
    expect(storedPlace(after, work)).toEqual([207, 68]);
  });

  it('into another frame changes the body and keeps the place on the canvas, as one edit', () => {
    const start = taskNamed(document, 'second-sub');
    const body = bodyNamed(document, 'exit-handler-5');
    const after = planMove(document, new Map([[start, { x: 1300, y: 900 }]]), body).document;
    expect(after.tasks.get(start)?.parent).toBe(body);
    expect(seen(after, start)).toEqual({ x: 1300, y: 900 });
    expect(storedPlace(after, start)).toEqual([100, 500]);
  });

  it('of a whole frame into another one keeps its contents where they are', () => {
    const loop = groupNamed(document, 'for-loop-1');
    const work = taskNamed(document, 'work');
    const before = seen(document, work);
    const after = planMove(document, moved(loop, { x: 900, y: 700 }), bodyNamed(document, 'exit-handler-5')).document;
    expect(after.groups.get(loop)?.parent).toBe(bodyNamed(document, 'exit-handler-5'));
    expect(seen(after, work)).toEqual({ x: before.x + 900, y: before.y + 700 });
  });
});

describe('where a drag would end', () => {
  beforeEach(() => resetStore());
  afterEach(() => resetStore());

  it('is nothing where it stands, the frame under the pointer otherwise', () => {
    const tabId = openTab({ document });
    const task = taskNamed(document, 'second-sub');
    const positions = new Map([[task, { x: 0, y: 0 }]]);
    expect(dropPlaceAt({ tabId, positions }, { x: 5000, y: 5000 })).toBeNull();
    const inside = seen(document, taskNamed(document, 'use'));
    const over = dropPlaceAt({ tabId, positions }, inside);
    expect(over).toEqual({ body: bodyNamed(document, 'exit-handler-5'), problem: null });
  });

  it('is refused where something would no longer reach what it uses', () => {
    const tabId = openTab({ document });
    const positions = new Map([[taskNamed(document, 'work'), { x: 0, y: 0 }]]);
    const over = dropPlaceAt({ tabId, positions }, { x: 5000, y: 5000 });
    expect(over?.body).toBe(rootPipeline(document).body);
    expect(over?.problem).not.toBeNull();
  });
});

describe('copies', () => {
  it('of a task in a frame stand beside it, in it', () => {
    const work = taskNamed(document, 'work');
    const { document: after, nodes } = duplicateSeen(document, [work], { x: 30, y: 30 });
    const [copy] = nodes;
    if (copy === undefined) throw new Error('No copy');
    expect(after.tasks.get(copy as typeof work)?.parent).toBe(bodyNamed(document, 'for-loop-1'));
    expect(seen(after, copy)).toEqual({ x: 630, y: 90 });
  });

  it('of a task in a frame, pasted in the open, stand where they were seen', () => {
    const work = taskNamed(document, 'work');
    const fragment = copyAsSeen(document, [work]);
    const inserted = insertSeen(document, fragment, rootPipeline(document).body, { x: 10, y: 0 });
    const [copy] = inserted.nodes;
    if (copy === undefined) throw new Error('No copy');
    expect(seen(inserted.document, copy)).toEqual({ x: 610, y: 60 });
  });

  it('of a frame keep what it holds where it is in it', () => {
    const loop = groupNamed(document, 'for-loop-1');
    const { document: after, nodes } = duplicateSeen(document, [loop], { x: 0, y: 900 });
    const [copy] = nodes;
    if (copy === undefined) throw new Error('No copy');
    const group = after.groups.get(copy as typeof loop);
    const [inner] = group?.kind === 'loop' ? (after.bodies.get(group.body)?.children ?? []) : [];
    if (inner === undefined) throw new Error('Nothing inside');
    expect(storedPlace(after, inner)).toEqual([200, 60]);
    expect(seen(after, inner)).toEqual({ x: 600, y: 960 });
  });
});
