import { loopItemType } from '../../../src/analysis/loop-item-type.ts';
import type { ConstantValue } from '../../../src/model/argument.ts';
import type {
  Branch,
  BranchesGroup,
  Condition,
  ConditionOperand,
  GroupRecord,
  LoopItems,
  OneOfOutput,
} from '../../../src/model/group.ts';
import type { BodyId, GroupId, NodeId } from '../../../src/model/ids.ts';
import { newBodyId, newGroupId } from '../../../src/model/new-ids.ts';
import type { ParameterType } from '../../../src/model/port-type.ts';
import type { Added, Given, PipelineBuilding, Reach } from './building.ts';
import { buildExitTask } from './tasks.ts';
import { constantOf } from './values.ts';

type BuildBody = (owner: GroupId, body: BodyId, reach: Reach) => Added;

/** What a group adds, and the nodes it stands as in its body: an exit handler brings its exit task. */
export type AddedGroup = Added & { readonly ids: readonly NodeId[] };

const NOTHING: Added = { given: [], nodes: [], own: [], inner: [] };

/** Loops over constants of every kind, over lists and artifacts in reach. */
export function buildLoop(building: PipelineBuilding, body: BodyId, reach: Reach, fill: BuildBody): AddedGroup {
  const { choices, parts } = building;
  const id = newGroupId(parts);
  // KFP SDK: lists do not always reach loops inside other groups.
  const inReach = reach.isInsideGroup ? [] : reach.given;
  const lists = inReach.filter(({ type, isAnything, reference }) =>
    type.kind === 'artifact'
      ? type.isList && reference.kind !== 'one-of' && reference.kind !== 'collected'
      : (type.parameterType === 'LIST' && reference.kind !== 'collected') ||
        (isAnything === true && reference.kind === 'loop-item'),
  );
  const over = lists.length > 0 && choices.once(2) ? choices.of(lists) : undefined;
  const number = over === undefined ? building.nextGroup() : 0;
  const name = `for-loop-${building.nextGroup()}`;
  const constants: readonly ConstantValue[] = choices.of<readonly ConstantValue[]>([
    ['a', 'b'],
    [1, 2],
    [0.5],
    [true, false],
    [
      { a: 1, class: 2 },
      { a: 3, class: 4 },
    ],
    [{ x: 'é', y: '"' }],
    [['n', 'm'], []],
  ]);
  const items: LoopItems =
    over === undefined
      ? { kind: 'constant', items: constants, itemNumber: number }
      : { kind: 'reference', reference: over.reference };
  const inner = newBodyId(parts);
  const given = over === undefined ? itemsOfConstants(id, constants) : itemsOfList(id, over);
  const filled = fill(id, inner, {
    ...reach,
    given: [...reach.given, ...given],
    depth: reach.depth + 1,
    isInsideGroup: true,
  });
  building.groups.set(id, {
    id,
    parent: body,
    name,
    after: afterOf(building, reach),
    ...shown(building),
    ...(choices.once(3) ? { parallelism: 2 } : {}),
    kind: 'loop',
    items,
    body: inner,
  });
  return { ids: [id], ...NOTHING, given: filled.inner.flatMap(collected), inner: [] };
}

function collected({ reference, type }: Given): readonly Given[] {
  if (reference.kind !== 'task-output') return [];
  if (type.kind === 'artifact' && type.isList) return [];
  const list: Given['type'] =
    type.kind === 'parameter' ? { kind: 'parameter', parameterType: 'LIST' } : { ...type, isList: true };
  return [{ reference: { ...reference, kind: 'collected' }, type: list }];
}

function itemsOfConstants(loop: GroupId, items: readonly ConstantValue[]): readonly Given[] {
  const [first] = items;
  const fields = typeof first === 'object' && first !== null && !Array.isArray(first) ? Object.keys(first) : [];
  const item = (field?: string): Given => {
    const parameterType: ParameterType = loopItemType(items, field);
    const reference = { kind: 'loop-item', loop, ...(field === undefined ? {} : { field }) } as const;
    return {
      reference,
      type: { kind: 'parameter', parameterType },
    };
  };
  return [item(), ...fields.map((field) => item(field))];
}

function itemsOfList(loop: GroupId, { type }: Given): readonly Given[] {
  if (type.kind === 'artifact') return [{ reference: { kind: 'loop-item', loop }, type: { ...type, isList: false } }];
  const text = { kind: 'parameter', parameterType: 'STRING' } as const;
  return [undefined, 'a', 'class', 'name'].map((field) => ({
    reference: { kind: 'loop-item', loop, ...(field === undefined ? {} : { field }) },
    type: text,
    isAnything: true,
  }));
}

/** If, Elif and Else, with one-of outputs where every branch has an output of one type. */
export function buildBranches(building: PipelineBuilding, body: BodyId, reach: Reach, fill: BuildBody): AddedGroup {
  const { choices, parts } = building;
  const id = newGroupId(parts);
  const count = choices.of([1, 2, 3]);
  const hasElse = count > 1 && choices.below(3) < 2;
  const lone = building.nextGroup();
  const branches: Branch[] = [];
  const own: (readonly Given[])[] = [];
  for (let index = 0; index < count; index += 1) {
    const inner = newBodyId(parts);
    const condition = hasElse && index === count - 1 ? undefined : conditionOf(building, reach);
    const name = count === 1 ? `condition-${lone}` : `condition-${building.nextGroup()}`;
    const filled = fill(id, inner, { ...reach, depth: reach.depth + 1, isInsideGroup: true });
    own.push(filled.own);
    branches.push({ name, ...shown(building), ...(condition === undefined ? {} : { condition }), body: inner });
  }
  const outputs = hasElse ? oneOfs(building, own) : [];
  const name = count === 1 ? `condition-${lone}` : `condition-branches-${lone}`;
  const group: BranchesGroup = {
    id,
    parent: body,
    name,
    after: afterOf(building, reach),
    kind: 'branches',
    branches,
    outputs,
  };
  building.groups.set(id, group);
  const given = outputs.map(({ name: output, sources: [source] }): Given => {
    const type = own[0]?.find(({ reference }) => JSON.stringify(reference) === JSON.stringify(source))?.type;
    if (type === undefined) throw new Error('a one-of output has no source');
    return { reference: { kind: 'one-of', group: id, output }, type };
  });
  return { ids: [id], ...NOTHING, given };
}

function oneOfs({ choices }: PipelineBuilding, own: readonly (readonly Given[])[]): readonly OneOfOutput[] {
  const outputs: OneOfOutput[] = [];
  for (const candidate of own[0] ?? []) {
    const sources = own.map((branch) =>
      branch.find(({ type }) => JSON.stringify(type) === JSON.stringify(candidate.type)),
    );
    const references = sources.flatMap((source) =>
      source?.reference.kind === 'task-output' ? [source.reference] : [],
    );
    if (references.length < own.length || !choices.once(2)) continue;
    outputs.push({ name: `oneof-${outputs.length + 1}`, sources: references });
  }
  return outputs;
}

function conditionOf(building: PipelineBuilding, reach: Reach): Condition {
  const { choices } = building;
  const fitting = reach.given.filter(
    ({ type }) =>
      type.kind === 'parameter' &&
      ['STRING', 'NUMBER_INTEGER', 'NUMBER_DOUBLE', 'BOOLEAN'].includes(type.parameterType),
  );
  const left = choices.of(fitting);
  const type = left.type.kind === 'parameter' ? left.type.parameterType : 'STRING';
  const others = fitting.filter(({ type: other }) => other.kind === 'parameter' && other.parameterType === type);
  const right = choices.once(3) ? choices.of(others).reference : conditionValue(building, type);
  const operator = choices.of(['==', '!=', '<', '<=', '>', '>='] as const);
  const turned = right.kind === 'value' && choices.once(5);
  return {
    kind: 'comparison',
    left: turned ? right : left.reference,
    operator,
    right: turned ? left.reference : right,
  };
}

function conditionValue(building: PipelineBuilding, type: ParameterType): ConditionOperand {
  if (type === 'STRING') return { kind: 'value', value: building.choices.of(['heads', '', 'é x']) };
  if (type === 'NUMBER_DOUBLE') return { kind: 'value', value: building.choices.of([2.5, -1, 3]) };
  return { kind: 'value', value: constantOf(building, type) as number | boolean };
}

/** An exit handler with its exit task, which stands beside it. */
export function buildExitHandler(building: PipelineBuilding, body: BodyId, reach: Reach, fill: BuildBody): AddedGroup {
  const exitTask = buildExitTask(building, body, reach);
  const id = newGroupId(building.parts);
  const inner = newBodyId(building.parts);
  const name = `exit-handler-${building.nextGroup()}`;
  fill(id, inner, { ...reach, depth: reach.depth + 1, isInsideGroup: true });
  const group: GroupRecord = {
    id,
    parent: body,
    name,
    after: afterOf(building, reach),
    ...shown(building),
    kind: 'exit-handler',
    body: inner,
    exitTask,
  };
  building.groups.set(id, group);
  return { ids: [exitTask, id], ...NOTHING, nodes: [id] };
}

function shown({ choices }: PipelineBuilding): { readonly displayName?: string } {
  return choices.once(6) ? { displayName: 'Shown group' } : {};
}

function afterOf({ choices }: PipelineBuilding, reach: Reach): readonly NodeId[] & GroupRecord['after'] {
  if (reach.nodes.length === 0 || !choices.once(6)) return [];
  return [choices.of(reach.nodes)];
}
