import Elk from 'elkjs';
import { describe, expect, it } from 'vitest';
import { arrangementOf } from '../../../renderer/canvas/geometry/arrange.ts';
import type { Box } from '../../../renderer/canvas/geometry/group-frame.ts';
import { collectSpots } from '../../../renderer/worker/collect-spots.ts';
import { layoutGraph } from '../../../renderer/worker/layout-graph.ts';
import { measureNode } from '../../../renderer/worker/measure-node.ts';
import { placeAmongOthers, type Spot } from '../../../renderer/worker/place-among-others.ts';
import { parsePipelineFile } from '../../../src/file/parse-file.ts';
import type { LayoutRecord, PipelineDocument } from '../../../src/model/document.ts';
import { moveNodes } from '../../../src/model/edits/move-nodes.ts';
import type { LayoutKey } from '../../../src/model/ids.ts';
import { nodesOfBody, nodesOfPipeline, rootPipeline } from '../../../src/model/lookups.ts';
import { taskByName } from '../../../src/model/name-index.ts';
import { smallDocument } from '../../helpers/small-document.ts';
import { groupDocument } from '../canvas/group-document.ts';

const TEXT = `apiVersion: pipewright.dev/v1
kind: Pipeline
metadata:
  name: demo
inputs:
  seed: Integer
tasks:
  first:
    component: step@000000000000
    arguments:
      seed: {input: seed}
  second:
    component: step@000000000000
    after: [first]
  third:
    component: step@000000000000
    after: [second]
`;

function read(): PipelineDocument {
  const outcome = parsePipelineFile(TEXT);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.document;
}

const document = read();

async function arrange(): Promise<ReadonlyMap<LayoutKey, Spot>> {
  return collectSpots(await new Elk().layout(layoutGraph(document, document.root, measureNode)));
}

function keyOf(name: string): LayoutKey {
  const task = taskByName(document, document.root, name);
  if (task === undefined) throw new Error(`No task ${name}`);
  return task.id;
}

describe('arranging a pipeline', () => {
  it('puts what waits to the right of what it waits for, between inputs and outputs', async () => {
    const spots = await arrange();
    const order = [
      `inputs:${document.root}`,
      keyOf('first'),
      keyOf('second'),
      keyOf('third'),
      `outputs:${document.root}`,
    ] as LayoutKey[];
    const columns = order.map((key) => spots.get(key)?.x ?? Number.NaN);
    expect(columns).toEqual([...columns].sort((left, right) => left - right));
    expect(new Set(columns).size).toBe(5);
    expect(spots.size).toBe(5);
  });
});

describe('placing what has no place', () => {
  const arranged = new Map<LayoutKey, Spot>([
    ['a' as LayoutKey, { x: 0, y: 0 }],
    ['b' as LayoutKey, { x: 300, y: 0 }],
    ['c' as LayoutKey, { x: 600, y: 50 }],
  ]);

  function place(layout: Record<string, LayoutRecord>): Record<string, Spot> {
    const placed = placeAmongOthers(arranged, {
      ...smallDocument({}),
      layout: new Map(Object.entries(layout) as [LayoutKey, LayoutRecord][]),
    });
    return Object.fromEntries(placed);
  }

  it('leaves what has one', () => {
    expect(Object.keys(place({ a: { x: 5, y: 5 }, c: { x: 9, y: 9 } }))).toEqual(['b']);
  });

  it('goes by the nearest neighbour of the arrangement', () => {
    expect(place({ a: { x: 1000, y: 100 }, b: { x: 40, y: 40 } })).toEqual({ c: { x: 340, y: 90 } });
  });

  it('takes the arrangement itself where nothing has a place', () => {
    expect(place({})).toEqual(Object.fromEntries(arranged));
  });
});

describe('arranging groups', () => {
  it('gives every node a place that counts from its group, frames that do not overlap, branches in their order', async () => {
    const groups = groupDocument();
    const bare = { ...groups, layout: new Map() };
    const spots = collectSpots(await new Elk().layout(layoutGraph(bare, bare.root, measureNode)));
    const placed = moveNodes(bare, placeAmongOthers(spots, bare)).document;
    const { boxes, frames } = arrangementOf(placed, placed.root);
    expect(nodesOfPipeline(placed, placed.root).filter((node) => !placed.layout.has(node.id))).toEqual([]);
    const top = nodesOfBody(placed, rootPipeline(placed).body).map((node) => boxes.get(node.id));
    for (const [index, one] of top.entries()) {
      for (const other of top.slice(index + 1))
        expect(one !== undefined && other !== undefined && overlap(one, other)).toBe(false);
    }
    for (const { box, lanes } of frames.values()) {
      expect(lanes.map(({ y }) => y)).toEqual(lanes.map(({ y }) => y).sort((left, right) => left - right));
      for (const lane of lanes) expect(lane.y + lane.height).toBeLessThanOrEqual(box.height);
    }
  });
});

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
