import { loopItemType } from '../../analysis/loop-item-type.ts';
import type { Branch, GroupRecord, LoopItems, LoopItemTypes, OneOfOutput } from '../../model/group.ts';
import type { BodyId, NodeId } from '../../model/ids.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { referencesOfGroup } from '../../model/record-references.ts';
import { nodeOfReference } from '../../model/references.ts';
import { branchReference, inputReference, isOneOf, itemInputOf, oneOfName, selectorsOf } from './channels.ts';
import { exitTaskOf } from './group-role.ts';
import type { DagScope, GroupNode } from './outline-node.ts';
import { readCondition } from './read-condition.ts';
import { readJsonText } from './read-json-text.ts';
import { noteLoss, type Reading } from './reading.ts';

/** KFP SDK: the input that holds the item of a loop over constants. */
const CONSTANT_ITEM = /^pipelinechannel--loop-item-param-([0-9]{1,9})$/;

/** Reads a group itself; what stands in its bodies is read apart. */
export function readGroup(reading: Reading, node: GroupNode, parent: BodyId): GroupRecord {
  const { id, name, task } = node;
  const label = task.taskInfo?.name;
  const base = {
    id,
    parent,
    name,
    ...(label === undefined || label === name ? {} : { displayName: label }),
    after: [],
  };
  switch (node.role) {
    case 'loop': {
      const parallelism = task.iteratorPolicy?.parallelismLimit ?? 0;
      const items = readItems(reading, node);
      return { ...base, kind: 'loop', items, ...(parallelism > 0 ? { parallelism } : {}), body: bodyOf(node) };
    }
    case 'exit-handler': {
      const exitTask = exitTaskIn(node);
      return { ...base, kind: 'exit-handler', body: bodyOf(node), ...(exitTask === undefined ? {} : { exitTask }) };
    }
    default:
      return { ...base, kind: 'branches', branches: readBranches(node), outputs: readOneOfs(reading, node) };
  }
}

/** What a group itself takes from outside: through conditions and the list it repeats over. */
export function upstreamOfGroup(group: GroupRecord): readonly NodeId[] {
  return referencesOfGroup(group)
    .map(nodeOfReference)
    .filter((node) => node !== undefined);
}

function bodyOf({ body, name }: GroupNode): BodyId {
  if (body === undefined) throw new Error(`Group ${name} has no body`);
  return body;
}

function exitTaskIn({ name, outer }: GroupNode) {
  const exitTask = exitTaskOf(outer.component.dag?.tasks ?? {}, name);
  const node = exitTask === undefined ? undefined : outer.nodes.get(exitTask);
  return node?.kind === 'task' ? node.id : undefined;
}

function readBranches({ role, branches }: GroupNode): readonly Branch[] {
  return branches.map(({ node, condition }) => {
    const label = role === 'branches' ? node.task.taskInfo?.name : undefined;
    return {
      name: node.name,
      ...(label === undefined || label === node.name ? {} : { displayName: label }),
      ...(condition === undefined ? {} : { condition: readCondition(node.inner, condition) }),
      body: bodyOf(node),
    };
  });
}

/** In the order of their numbers. KFP SDK: the number of a one-of counts within its group. */
function readOneOfs(reading: Reading, { role, name, inner }: GroupNode): readonly OneOfOutput[] {
  const outputs = inner.component.dag?.outputs;
  const keys = [...Object.keys(outputs?.parameters ?? {}), ...Object.keys(outputs?.artifacts ?? {})];
  const found = keys.flatMap((key): readonly OneOfOutput[] => {
    if (role !== 'branches' || !isOneOf(outputs, key)) return [];
    const selectors = selectorsOf(outputs, key);
    const sources = selectors
      .map((selector) => branchReference(inner, selector))
      .filter((source) => source !== undefined);
    if (sources.length < selectors.length) noteLoss(reading, 'one-of-not-kept', { group: name, output: key });
    return [{ name: oneOfName(key), sources }];
  });
  return found.sort((left, right) => numberOf(left.name) - numberOf(right.name));
}

function numberOf(name: string): number {
  return Number(/([0-9]+)$/.exec(name)?.[1] ?? 0);
}

function readItems(reading: Reading, node: GroupNode): LoopItems {
  const { parameterIterator, artifactIterator } = node.task;
  const list = artifactIterator?.items.inputArtifact ?? parameterIterator?.items.inputParameter;
  const reference = list === undefined ? undefined : inputReference(node.inner, list);
  if (reference !== undefined) return { kind: 'reference', reference, ...itemTypes(node, 'STRING', 'STRING') };
  const items = readJsonText(parameterIterator?.items.raw ?? '');
  if (!isList(items)) noteLoss(reading, 'loop-items-not-kept', { group: node.name });
  const constants = isList(items) ? items : [];
  const itemNumber = Number(CONSTANT_ITEM.exec(parameterIterator?.itemInput ?? '')?.[1] ?? 1);
  const types = itemTypes(node, loopItemType(constants), loopItemType(constants, ''));
  return { kind: 'constant', items: constants, itemNumber, ...types };
}

function isList(value: unknown): value is readonly never[] {
  return Array.isArray(value);
}

/** What the loop declares, where it is not what the items say. */
function itemTypes(node: GroupNode, item: ParameterType, field: ParameterType): LoopItemTypes {
  const input = itemInputOf(node.task) ?? '';
  const itemType = node.inner.component.inputDefinitions?.parameters?.[input]?.parameterType;
  const fieldType = fieldTypeIn(node.inner, `${input}-subvar-`);
  return {
    ...(itemType === undefined || itemType === item ? {} : { itemType }),
    ...(fieldType === undefined || fieldType === field ? {} : { fieldType }),
  };
}

/** The type of an item's fields, which the first group further in that takes one declares. */
function fieldTypeIn(scope: DagScope, prefix: string): ParameterType | undefined {
  for (const node of scope.nodes.values()) {
    if (node.kind === 'task') continue;
    const parameters = Object.entries(node.inner.component.inputDefinitions?.parameters ?? {});
    const own = parameters.find(
      ([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes('-loop-item'),
    );
    const found = own?.[1].parameterType ?? fieldTypeIn(node.inner, prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}
