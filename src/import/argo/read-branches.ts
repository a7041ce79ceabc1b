import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { Branch, OneOfOutput } from '../../model/group.ts';
import type { BodyId, GroupId } from '../../model/ids.ts';
import { newBodyId, newGroupId } from '../../model/new-ids.ts';
import type { Frame, Outputs, Value } from './argo-reading.ts';
import { groupName, insideMeanings } from './group-names.ts';
import { outputMarks } from './output-marks.ts';
import { readArguments } from './read-arguments.ts';
import { portName, type ReadBody } from './read-definition.ts';
import { readWhen } from './read-when.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

/** A call of a template that does nothing but choose one of its tasks. */
export interface ChoiceCall {
  readonly call: TreeMap;
  readonly template: TreeMap;
  readonly task: string;
  readonly readBody: ReadBody;
}

/** A group of branches with what it gives. */
export interface ReadChoice {
  readonly node: GroupId;
  readonly outputs: Outputs;
}

/**
 * Reads If, Elif and Else as they are written here for Argo: each task of a template asks that no task before it was
 * chosen. Nothing for any other template.
 */
export function readBranches(frame: Frame, { call, template, task, readBody }: ChoiceCall): ReadChoice | undefined {
  const { reading } = frame.names;
  const tasks = mapsOf(entryOf(template, 'dag'), 'tasks').toSorted(
    (left, right) => whenOf(left).length - whenOf(right).length,
  );
  const conditions = ownConditions(reading.templates, tasks);
  if (conditions === undefined) return undefined;
  const around: Frame = {
    ...frame,
    children: [],
    done: new Map(),
    meanings: insideMeanings(frame, readArguments(frame, mapOf(call, 'arguments'), task)),
  };
  const read = conditions.map((condition) => (condition === undefined ? [] : readWhen(around, condition, task)));
  if (read.some((comparisons, index) => comparisons?.length !== (conditions[index] === undefined ? 0 : 1)))
    return undefined;
  const id = newGroupId(reading.counter);
  const name = groupName(frame.names, 'condition-branches', task);
  const values = new Map<string, Value>();
  const branches = tasks.map((branch, index): Branch => {
    const body = newBodyId(reading.counter);
    const own = textOf(branch, 'name') ?? '';
    const condition = read[index]?.[0];
    readBranch(around, branch, { group: id, body, readBody, values });
    return { name: groupName(frame.names, 'condition', own), ...(condition === undefined ? {} : { condition }), body };
  });
  const outputs = oneOfOutputs(template, task, values);
  const group = { kind: 'branches', id, parent: frame.body, name, after: [], branches } as const;
  reading.groups.set(id, { ...group, outputs: outputs.map(({ output }) => output) });
  const given = new Map(
    outputs.map(({ path, output, type }) => {
      const argument = { kind: 'one-of', group: id, output: output.name } as const;
      return [path, { argument, type }];
    }),
  );
  return { node: id, outputs: (path) => given.get(path) };
}

function whenOf(task: TreeMap): string {
  return textOf(task, 'when') ?? '';
}

/** The condition of each branch without those before it; nothing where the tasks are no branches. */
function ownConditions(
  templates: ReadonlyMap<string, TreeMap>,
  tasks: readonly TreeMap[],
): readonly (string | undefined)[] | undefined {
  if (tasks.length < 2) return undefined;
  const own: (string | undefined)[] = [];
  for (const task of tasks) {
    const called = templates.get(textOf(task, 'template') ?? '');
    if (!isTreeMap(entryOf(called, 'dag')) || Object.hasOwn(task, 'dependencies')) return undefined;
    const before = own.map((condition) => `!(${condition ?? ''})`).join(' && ');
    const rest = restOf(whenOf(task), before);
    if (rest === undefined || own.includes(undefined) || (rest === '' && own.length === 0)) return undefined;
    own.push(rest === '' ? undefined : rest);
  }
  return own;
}

function restOf(when: string, before: string): string | undefined {
  if (before === '') return when;
  if (when === before) return '';
  const start = `${before} && (`;
  return when.startsWith(start) && when.endsWith(')') ? when.slice(start.length, -1) : undefined;
}

interface OpenBranch {
  readonly group: GroupId;
  readonly body: BodyId;
  readonly readBody: ReadBody;
  readonly values: Map<string, Value>;
}

function readBranch(around: Frame, branch: TreeMap, { group, body, readBody, values }: OpenBranch): void {
  const { reading } = around.names;
  const template = reading.templates.get(textOf(branch, 'template') ?? '') ?? {};
  const name = textOf(branch, 'name') ?? '';
  const meanings = insideMeanings(around, readArguments(around, mapOf(branch, 'arguments'), name));
  const frame = readBody(around.names, body, template, meanings);
  reading.bodies.set(body, { id: body, owner: { kind: 'group', group }, children: frame.children });
  for (const [path, mark] of outputMarks(template)) {
    const [, task = '', rest = ''] = /^(?:tasks|steps)\.([^.]+)\.outputs\.(.+)$/.exec(mark) ?? [];
    const value = frame.done.get(task)?.outputs(rest);
    if (value !== undefined) values.set(`${name} ${path}`, value);
  }
}

const CHOICE = /tasks\['([^']+)'\]\.outputs\.(parameters|artifacts)\['([^']+)'\]/g;

interface ReadOneOf {
  readonly path: string;
  readonly output: OneOfOutput;
  readonly type: Value['type'];
}

/** The outputs that take what the branch that ran gives. */
function oneOfOutputs(template: TreeMap, task: string, values: ReadonlyMap<string, Value>): readonly ReadOneOf[] {
  const taken = new Set<string>();
  const outputs = mapOf(template, 'outputs');
  return (['parameters', 'artifacts'] as const).flatMap((kind) =>
    mapsOf(outputs, kind).flatMap((output): ReadOneOf[] => {
      const expression = textOf(mapOf(output, 'valueFrom'), 'expression') ?? textOf(output, 'fromExpression') ?? '';
      const given = [...expression.matchAll(CHOICE)].map(([, task, side, name]) =>
        values.get(`${task} ${side}.${name}`),
      );
      const sources = given.flatMap((value) => (value?.argument.kind === 'task-output' ? [value.argument] : []));
      const written = textOf(output, 'name') ?? '';
      const type = given[0]?.type ?? 'STRING';
      const short = written.startsWith(`${task}-`) ? written.slice(task.length + 1) : written;
      return [{ path: `${kind}.${written}`, output: { name: portName(short, taken), sources }, type }];
    }),
  );
}
