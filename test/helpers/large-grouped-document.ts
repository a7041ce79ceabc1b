import type { Argument } from '../../src/model/argument.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { GroupRecord } from '../../src/model/group.ts';
import type { BodyId, GroupId, TaskId } from '../../src/model/ids.ts';
import { input, output, type SmallTask, STRING, smallDocument } from './small-document.ts';

/** Tasks in a layer, and how many of them stand in no group. */
const WIDTH = 20;
const PLAIN = 16;

/**
 * A layered pipeline of many tasks in which a fifth stands in groups: in each layer two in a loop over the layer above,
 * one in an If and one in its Else. The next layer takes what was collected and what came out of the branches.
 */
export function largeGroupedDocument(count: number): PipelineDocument {
  const layers = Math.ceil(count / WIDTH);
  const tasks: SmallTask[] = [];
  const groups: GroupRecord[] = [];
  for (let layer = 0; layer < layers; layer += 1) {
    tasks.push(...Array.from({ length: WIDTH }, (_item, index) => taskOf(layer, index)));
    groups.push(loopOf(layer), branchesOf(layer));
  }
  const inputs = [
    { name: 'name', type: STRING, default: '' },
    { name: 'list', type: { kind: 'parameter', parameterType: 'LIST' } as const, default: [] },
  ];
  return smallDocument({ pipeline: { name: 'large', inputs }, tasks, groups });
}

/** The id of a task. */
export function taskAt(layer: number, index: number): TaskId {
  return `t${layer * WIDTH + index + 1}` as TaskId;
}

/** The ids of a layer’s loop, its branches, and their bodies. */
export function groupsAt(layer: number): { readonly loop: GroupId; readonly branches: GroupId } {
  return { loop: `g${layer * 10 + 1}` as GroupId, branches: `g${layer * 10 + 2}` as GroupId };
}

function bodyAt(layer: number, number: 1 | 2 | 3): BodyId {
  return `b${layer * 10 + 10 + number}` as BodyId;
}

function taskOf(layer: number, index: number): SmallTask {
  const above = (other: number): TaskId => taskAt(layer - 1, other);
  const data = layer === 0 ? {} : { data: output(above(index % PLAIN), 'data_out') };
  if (index >= PLAIN) {
    const { loop } = groupsAt(layer);
    const isLooped = index < PLAIN + 2;
    const text: Argument = isLooped ? { kind: 'loop-item', loop } : input('name');
    const parent = bodyAt(layer, isLooped ? 1 : index === PLAIN + 2 ? 2 : 3);
    return { parent, arguments: { text, ...data } };
  }
  if (layer === 0) return { arguments: { text: input('name') } };
  const any = { any: output(above((index + 7) % PLAIN), 'any_out') };
  if (index === 0) return { arguments: { ...data, ...any, text: bestOf(layer - 1) } };
  if (index === 1) {
    return { arguments: { ...data, ...any, items: { kind: 'collected', task: above(PLAIN), output: 'text_out' } } };
  }
  const text: Argument = { kind: 'text', parts: ['run ', input('name'), ' of ', output(above(2), 'text_out')] };
  return { arguments: { ...data, ...any, text } };
}

function bestOf(layer: number): Argument {
  return { kind: 'one-of', group: groupsAt(layer).branches, output: 'best' };
}

function loopOf(layer: number): GroupRecord {
  const items = layer === 0 ? input('list') : output(taskAt(layer - 1, 3), 'items_out');
  return {
    ...{ kind: 'loop', id: groupsAt(layer).loop, parent: 'b1' as BodyId, name: `for-loop-${layer}`, after: [] },
    items: { kind: 'reference', reference: items },
    body: bodyAt(layer, 1),
  };
}

function branchesOf(layer: number): GroupRecord {
  const left = layer === 0 ? input('name') : output(taskAt(layer - 1, 4), 'text_out');
  const condition = { kind: 'comparison', left, operator: '==', right: { kind: 'value', value: 'a' } } as const;
  const source = (index: number) => ({ kind: 'task-output', task: taskAt(layer, index), output: 'text_out' }) as const;
  const name = `condition-branches-${layer * 3}`;
  return {
    ...{ kind: 'branches', id: groupsAt(layer).branches, parent: 'b1' as BodyId, name, after: [] },
    branches: [
      { name: `condition-${layer * 3 + 1}`, body: bodyAt(layer, 2), condition },
      { name: `condition-${layer * 3 + 2}`, body: bodyAt(layer, 3) },
    ],
    outputs: [{ name: 'best', sources: [source(PLAIN + 2), source(PLAIN + 3)] }],
  };
}
