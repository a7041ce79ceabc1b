import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { Branch, Comparison, ExitHandlerGroup, LoopGroup } from '../../model/group.ts';
import type { BodyId, GroupId, NodeId, TaskId } from '../../model/ids.ts';
import { newBodyId, newGroupId } from '../../model/new-ids.ts';
import { type Frame, noteLoss, type Outputs, type Value, type Wait } from './argo-reading.ts';
import { groupName, insideMeanings } from './group-names.ts';
import { outputMarks } from './output-marks.ts';
import { type CallArguments, readArguments } from './read-arguments.ts';
import { readBranches } from './read-branches.ts';
import type { ReadBody } from './read-definition.ts';
import { readItems } from './read-items.ts';
import { readTask } from './read-task.ts';
import { readWhen } from './read-when.ts';
import { mapOf, mapsOf, textOf, wholeOf } from './tree-fields.ts';

/** What a call is read with. `limit` is how many iterations of its loop run at one time. */
export interface CallContext {
  readonly readBody: ReadBody;
  readonly limit?: number;
}

/** A group around what is called, still open. */
interface Wrapping {
  readonly frame: Frame;
  readonly groups: GroupId[];
  /** Whether results leave it as lists. */
  readonly loops: boolean;
}

/**
 * Reads a task of a DAG or a step: `when` becomes an If around it, items a loop, an exit hook an exit handler. Gives the
 * node that stands in the frame; nothing where the template cannot be read, which is noted.
 */
export function readCall(
  frame: Frame,
  call: TreeMap,
  wait: Wait,
  { readBody, limit }: CallContext,
): NodeId | undefined {
  const { reading } = frame.names;
  const task = textOf(call, 'name') ?? '';
  const template = templateOf(frame, call, task);
  if (template === undefined) return undefined;
  noteFields(frame, call, task);
  const limited = limit === undefined ? limitedLoop(call, template) : undefined;
  if (limited !== undefined) return readLimitedLoop(frame, { call, template, task, ...limited }, wait, readBody);
  const isPlainBody = hasTasks(template) && isPlain(call);
  const choice = isPlainBody ? readBranches(frame, { call, template, task, readBody }) : undefined;
  if (choice !== undefined) {
    frame.children.push(choice.node);
    setAfter(frame, choice.node, wait.after);
    frame.done.set(task, choice);
    return choice.node;
  }
  const wrapping = wrap(frame, call, task, { readBody, ...(limit === undefined ? {} : { limit }) });
  const inner = wrapping.frame;
  const given = readArguments(inner, mapOf(call, 'arguments'), task);
  const isBody = hasTasks(template);
  const isInline = isBody && wrapping.groups.length > 0;
  const read = isInline
    ? readInline(inner, template, given, readBody)
    : readTask(inner, { task, template, given, anyway: wait.anyway, ...(isBody ? { readBody } : {}) });
  if (read === undefined) {
    noteLoss(reading, 'argo-template-not-read', { task, template: textOf(template, 'name') ?? task });
    for (const group of wrapping.groups) reading.groups.delete(group);
    return undefined;
  }
  if (read.node !== undefined) inner.children.push(read.node);
  const node = wrapping.groups[0] ?? (read.node as NodeId);
  closeWrapping(frame, wrapping, inner, node);
  setAfter(frame, node, wait.after);
  frame.done.set(task, { node, outputs: outputsThrough(wrapping, read.outputs) });
  return node;
}

/** A template around a loop whose only use is to limit it. */
function limitedLoop(
  call: TreeMap,
  template: TreeMap,
): { readonly inner: TreeMap; readonly limit: number } | undefined {
  const limit = wholeOf(template, 'parallelism') ?? 0;
  const tasks = mapsOf(entryOf(template, 'dag'), 'tasks');
  const [inner] = tasks;
  const isLoop = inner !== undefined && LOOPS.some((field) => Object.hasOwn(inner, field));
  return limit > 0 && tasks.length === 1 && isLoop && isPlain(call) ? { inner, limit } : undefined;
}

/** A call without anything that becomes a group. */
function isPlain(call: TreeMap): boolean {
  return ![...LOOPS, 'when', 'hooks', 'onExit'].some((field) => Object.hasOwn(call, field));
}

const LOOPS = ['withItems', 'withParam', 'withSequence'];

function readLimitedLoop(
  frame: Frame,
  loop: {
    readonly call: TreeMap;
    readonly template: TreeMap;
    readonly task: string;
    readonly inner: TreeMap;
    readonly limit: number;
  },
  wait: Wait,
  readBody: ReadBody,
): NodeId | undefined {
  const { call, template, task, inner, limit } = loop;
  const meanings = insideMeanings(frame, readArguments(frame, mapOf(call, 'arguments'), task));
  const around: Frame = { ...frame, meanings, done: new Map() };
  const node = readCall(around, { ...inner, name: task }, wait, { readBody, limit });
  const outputs = around.done.get(task)?.outputs;
  if (node === undefined || outputs === undefined) return undefined;
  const marks = new Map(outputMarks(template));
  frame.done.set(task, { node, outputs: (path) => outputs((marks.get(path) ?? '').replace(/^.*?\.outputs\./, '')) });
  return node;
}

function templateOf({ names: { reading } }: Frame, call: TreeMap, task: string): TreeMap | undefined {
  const inline = entryOf(call, 'inline');
  if (isTreeMap(inline)) return { name: task, ...inline };
  const reference = mapOf(call, 'templateRef');
  const name = textOf(call, 'template') ?? textOf(reference, 'template') ?? '';
  const found = reading.templates.get(name);
  if (found === undefined) noteLoss(reading, 'argo-template-elsewhere', { task, template: name });
  else if (reading.open.includes(name)) noteLoss(reading, 'argo-recursive', { template: name });
  else return found;
  return undefined;
}

const READ_FIELDS: ReadonlySet<string> = new Set(
  'name template templateRef inline arguments dependencies depends when withItems withParam withSequence hooks onExit'.split(
    ' ',
  ),
);

function noteFields({ names: { reading } }: Frame, call: TreeMap, task: string): void {
  for (const field of Object.keys(call)) {
    if (!READ_FIELDS.has(field)) noteLoss(reading, 'argo-field-not-read', { field, task });
  }
  for (const hook of Object.keys(mapOf(call, 'hooks'))) {
    if (hook !== 'exit') noteLoss(reading, 'argo-field-not-read', { field: `hooks.${hook}`, task });
  }
}

function readInline(
  inner: Frame,
  template: TreeMap,
  given: CallArguments,
  readBody: ReadBody,
): { readonly node?: NodeId; readonly outputs: Outputs } {
  const body = readBody(inner.names, inner.body, template, insideMeanings(inner, given));
  inner.children.push(...body.children);
  const outputs = new Map<string, Value>();
  for (const [path, mark] of outputMarks(template)) {
    const [, name = '', rest = ''] = /^(?:tasks|steps)\.([^.]+)\.outputs\.(.+)$/.exec(mark) ?? [];
    const value = body.done.get(name)?.outputs(rest);
    if (value !== undefined) outputs.set(path, value);
  }
  return { outputs: (path) => outputs.get(path) };
}

/** Opens the groups that a call asks for, the outermost first. A `when` about the item stands inside the loop. */
function wrap(frame: Frame, call: TreeMap, task: string, { readBody, limit }: CallContext): Wrapping {
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

function hasTasks(template: TreeMap): boolean {
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
function closeWrapping(frame: Frame, { groups }: Wrapping, inner: Frame, node: NodeId): void {
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

function setAfter({ names: { reading } }: Frame, node: NodeId, after: readonly NodeId[]): void {
  const task = reading.tasks.get(node as TaskId);
  const group = reading.groups.get(node as GroupId);
  if (task !== undefined) reading.tasks.set(task.id, { ...task, after });
  else if (group !== undefined) reading.groups.set(group.id, { ...group, after });
}

/** Results leave a loop as lists. */
function outputsThrough({ loops }: Wrapping, outputs: Outputs): Outputs {
  if (!loops) return outputs;
  return (path) => {
    const value = outputs(path);
    if (value?.argument.kind === 'collected') return value;
    if (value?.argument.kind !== 'task-output') return undefined;
    const { task, output } = value.argument;
    return { argument: { kind: 'collected', task, output }, type: value.type === 'artifact' ? 'artifact' : 'LIST' };
  };
}
