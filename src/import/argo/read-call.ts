import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { NodeId } from '../../model/ids.ts';
import { type Frame, noteLoss, type Outputs, type Value, type Wait } from './argo-reading.ts';
import { insideMeanings } from './group-names.ts';
import { outputMarks } from './output-marks.ts';
import { type CallArguments, readArguments } from './read-arguments.ts';
import { readBranches } from './read-branches.ts';
import type { ReadBody } from './read-definition.ts';
import { readTask } from './read-task.ts';
import { mapOf, mapsOf, textOf, wholeOf } from './tree-fields.ts';
import { type CallContext, closeWrapping, hasTasks, outputsThrough, setAfter, wrap } from './wrap-call.ts';

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
