import type { PipelineDocument } from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId } from '../../src/model/ids.ts';
import { input, output, type SmallTask, STRING, smallDocument } from './small-document.ts';

/** Tasks of one layer. */
export const LAYER = 10;

/** Every so many layers one stands in groups. */
const GROUPED = 10;

/** Whether a layer stands in groups: five tasks in a loop, three in an If, two in its Else. */
export function isGroupedLayer(layer: number): boolean {
  return layer % GROUPED === GROUPED - 1;
}

/**
 * A pipeline in layers of ten tasks, a tenth of them in loops and branches. Each task takes two outputs of the last
 * layer that stands in no group. `tools` of the bench write the same in Python for the SDK.
 */
export function flowDocument(count: number): PipelineDocument {
  const groups: GroupRecord[] = [];
  const tasks = Array.from({ length: count }, (_item, index): SmallTask => {
    const layer = Math.floor(index / LAYER);
    if (isGroupedLayer(layer) && index % LAYER === 0) groups.push(loopOf(layer), branchesOf(layer));
    const parent = isGroupedLayer(layer) ? bodyOf(layer, index % LAYER) : 'b1';
    return { parent, arguments: argumentsOf(index, layer) };
  });
  const inputs = [{ name: 'mode', type: STRING, default: 'x' }];
  return smallDocument({ pipeline: { name: 'flow', inputs, groupCounter: count }, tasks, groups });
}

/** The position in `tasks` of what a task takes from, the last layer before its own that stands in no group. */
export function producersOf(index: number, layer: number): readonly [number, number] | undefined {
  if (layer === 0) return undefined;
  const from = isGroupedLayer(layer - 1) ? layer - 2 : layer - 1;
  return [from * LAYER + (index % LAYER), from * LAYER + ((index + 3) % LAYER)];
}

function argumentsOf(index: number, layer: number): NonNullable<SmallTask['arguments']> {
  const producers = producersOf(index, layer);
  if (producers === undefined) return { text: input('mode'), count: { kind: 'value', value: index } };
  const [left, right] = producers.map((producer) => `t${producer + 1}`) as [string, string];
  const isInLoop = isGroupedLayer(layer) && index % LAYER < 5;
  return {
    text: isInLoop ? { kind: 'loop-item', loop: `g${layer}1` as GroupId } : output(left, 'text_out'),
    count: output(right, 'count_out'),
    data: output(left, 'data_out'),
  };
}

function bodyOf(layer: number, position: number): string {
  if (position < 5) return `b${layer}1`;
  return position < 8 ? `b${layer}2` : `b${layer}3`;
}

function loopOf(layer: number): GroupRecord {
  const first = `t${(layer - 1) * LAYER + 1}`;
  return {
    kind: 'loop',
    id: `g${layer}1` as GroupId,
    parent: 'b1' as BodyId,
    name: `for-loop-${layer}`,
    after: [],
    items: { kind: 'reference', reference: output(first, 'items_out') },
    body: `b${layer}1` as BodyId,
  };
}

function branchesOf(layer: number): GroupRecord {
  const right = { kind: 'value', value: 'x' } as const;
  const condition = { kind: 'comparison', left: input('mode'), operator: '==', right } as const;
  return {
    kind: 'branches',
    id: `g${layer}2` as GroupId,
    parent: 'b1' as BodyId,
    name: `condition-branches-${layer}1`,
    after: [],
    branches: [
      { name: `condition-${layer}2`, condition, body: `b${layer}2` as BodyId },
      { name: `condition-${layer}3`, body: `b${layer}3` as BodyId },
    ],
    outputs: [],
  };
}
