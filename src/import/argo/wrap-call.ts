import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { Branch, Comparison, ExitHandlerGroup, LoopGroup } from '../../model/group.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../model/ids.ts';
import { newBodyId, newGroupId } from '../../model/new-ids.ts';
import { type Frame, noteLoss, type Outputs } from './argo-reading.ts';
import { groupName } from './group-names.ts';
import { type CallArguments, readArguments } from './read-arguments.ts';
import type { ReadBody } from './read-definition.ts';
import { readItems } from './read-items.ts';
import { readTask } from './read-task.ts';
import { readWhen } from './read-when.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

/** What a call is read with. `limit` is how many iterations of its loop run at one time. */
export interface CallContext {
  readonly readBody: ReadBody;
  readonly limit?: number;
}

/** A group around what is called, still open. */
export interface Wrapping {
  readonly frame: Frame;
  readonly groups: GroupId[];
  /** Whether results leave it as lists. */
  readonly loops: boolean;
}

/** Opens the groups that a call asks for, the outermost first. A `when` about the item stands inside the loop. */
export function wrap(frame: Frame, call: TreeMap, task: string, { readBody, limit }: CallContext): Wrapping {
  const groups: GroupId[] = [];
  const when = textOf(call, 'when');
  const asksItem = when !== undefined && /\{\{\s*item\b/.test(when);
  let current = frame;
  const conditions = (): void => {
    for (const condition of (when === undefined ? undefined : readWhen(current, when, task)) ?? []) {
      current = openBranch(current, condition, task, groups);
    }
  };
  if (!asksItem) conditions();
  const items = readItems(current, call, task);
  if (items !== undefined)
    current = openLoop(current, { ...items, ...(limit === undefined ? {} : { parallelism: limit }) }, task, groups);
  if (asksItem) conditions();
  const hook = mapOf(mapOf(call, 'hooks'), 'exit');
  const exit = textOf(hook, 'template') ?? textOf(call, 'onExit');
  if (exit !== undefined) {
    const called = { template: exit, arguments: mapOf(hook, 'arguments'), readBody };
    current = openExitHandler(current, called, task, groups);
  }
  return { frame: current, groups, loops: items !== undefined };
}

function openBranch(frame: Frame, condition: Comparison, task: string, groups: GroupId[]): Frame {
  const { reading } = frame.names;
  const name = groupName(frame.names, 'condition', task);
  const { id, body } = openGroup(frame, groups);
  const branch: Branch = { name, condition, body };
  reading.groups.set(id, {
    kind: 'branches',
    id,
    parent: frame.body,
    name,
    after: [],
    branches: [branch],
    outputs: [],
  });
  return innerFrame(frame, body, frame.meanings);
}

function openLoop(
  frame: Frame,
  { items, parallelism, meanings }: NonNullable<ReturnType<typeof readItems>> & { readonly parallelism?: number },
  task: string,
  groups: GroupId[],
): Frame {
  const { reading } = frame.names;
  const { id, body } = openGroup(frame, groups);
  const itemNumber = items.kind === 'constant' ? items.itemNumber || frame.names.groupCounter++ : 0;
  const name = groupName(frame.names, 'for-loop', task);
  const loop: LoopGroup = {
    kind: 'loop',
    id,
    parent: frame.body,
    name,
    after: [],
    items: items.kind === 'constant' ? { ...items, itemNumber } : items,
    ...(parallelism === undefined ? {} : { parallelism }),
    body,
  };
  reading.groups.set(id, loop);
  return innerFrame(frame, body, meanings(id));
}

function openExitHandler(frame: Frame, exit: ExitCall, task: string, groups: GroupId[]): Frame {
  const { reading } = frame.names;
  const template = reading.templates.get(exit.template);
  const given = exitArguments(frame, template, readArguments(frame, exit.arguments, exit.template));
  const name = groupName(frame.names, 'exit-handler', task);
  const { id, body } = openGroup(frame, groups);
  const readBody = template !== undefined && hasTasks(template) ? { readBody: exit.readBody } : {};
  const called = template && { task: exit.template, template, given, anyway: false, ...readBody };
  const exitTask = called && readTask(frame, called)?.node;
  if (exitTask === undefined) noteLoss(reading, 'argo-exit-not-read', { template: exit.template });
  const handler: ExitHandlerGroup = {
    kind: 'exit-handler',
    id,
    parent: frame.body,
    name,
    after: [],
    body,
    ...(exitTask === undefined ? {} : { exitTask }),
  };
  reading.groups.set(id, handler);
  return innerFrame(frame, body, frame.meanings);
}

interface ExitCall {
  readonly template: string;
  readonly arguments: TreeMap;
  readonly readBody: ReadBody;
}

/** Whether a template has tasks of its own. */
export function hasTasks(template: TreeMap): boolean {
  return isTreeMap(entryOf(template, 'dag')) || isTreeList(entryOf(template, 'steps'));
}

/** What runs at the end of a workflow is given the run's parameters by their names. */
function exitArguments(frame: Frame, template: TreeMap | undefined, given: CallArguments): CallArguments {
  const all = new Map(given);
  for (const parameter of mapsOf(mapOf(template, 'inputs'), 'parameters')) {
    const name = textOf(parameter, 'name') ?? '';
    const value = frame.meanings.get(`workflow.parameters.${name}`);
    if (value !== undefined && !all.has(`parameters.${name}`)) all.set(`parameters.${name}`, value);
  }
  return all;
}

function openGroup(frame: Frame, groups: GroupId[]): { readonly id: GroupId; readonly body: BodyId } {
  const { counter, bodies } = frame.names.reading;
  const id = newGroupId(counter);
  const body = newBodyId(counter);
  bodies.set(body, { id: body, owner: { kind: 'group', group: id }, children: [] });
  groups.push(id);
  return { id, body };
}

function innerFrame({ names, done }: Frame, body: BodyId, meanings: Frame['meanings']): Frame {
  return { names, body, children: [], meanings, done };
}

/** Writes down what stands in the groups, innermost first. */
export function closeWrapping(frame: Frame, { groups }: Wrapping, inner: Frame, node: NodeId): void {
  const { reading } = frame.names;
  const [outermost, ...deeper] = groups;
  if (outermost === undefined) return;
  groups.forEach((group, index) => {
    const body = bodyOf(frame, group);
    const below = deeper[index];
    const record = reading.bodies.get(body);
    if (record === undefined) return;
    const nested = below === undefined ? inner.children : [below, ...exitTaskOf(frame, below)];
    reading.bodies.set(body, { ...record, children: [...nested] });
  });
  frame.children.push(node, ...exitTaskOf(frame, outermost));
}

function exitTaskOf({ names: { reading } }: Frame, group: GroupId): readonly NodeId[] {
  const record = reading.groups.get(group);
  return record?.kind === 'exit-handler' && record.exitTask !== undefined ? [record.exitTask] : [];
}

function bodyOf({ names: { reading } }: Frame, id: GroupId): BodyId {
  const group = reading.groups.get(id);
  if (group === undefined) throw new Error(`No group ${id}`);
  return group.kind === 'branches' ? (group.branches[0]?.body as BodyId) : group.body;
}

/** Sets what a task or group waits for. */
export function setAfter({ names: { reading } }: Frame, node: NodeId, after: readonly NodeId[]): void {
  const task = reading.tasks.get(node as TaskId);
  const group = reading.groups.get(node as GroupId);
  if (task !== undefined) reading.tasks.set(task.id, { ...task, after });
  else if (group !== undefined) reading.groups.set(group.id, { ...group, after });
}

/** Results leave a loop as lists. */
export function outputsThrough({ loops }: Wrapping, outputs: Outputs): Outputs {
  if (!loops) return outputs;
  return (path) => {
    const value = outputs(path);
    if (value?.argument.kind === 'collected') return value;
    if (value?.argument.kind !== 'task-output') return undefined;
    const { task, output } = value.argument;
    return { argument: { kind: 'collected', task, output }, type: value.type === 'artifact' ? 'artifact' : 'LIST' };
  };
}
