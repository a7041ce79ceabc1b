import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { Argument } from '../../model/argument.ts';
import type { TaskRecord } from '../../model/document.ts';
import type { TaskId } from '../../model/ids.ts';
import { newTaskId } from '../../model/new-ids.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { sanitiseTaskName, uniqueName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import {
  type ArgoReading,
  type Frame,
  learnType,
  noteLoss,
  type Outputs,
  typeOfSource,
  type Value,
} from './argo-reading.ts';
import type { CallArguments } from './read-arguments.ts';
import { readComponent } from './read-component.ts';
import { constantOfText, type ReadBody, readDefinition } from './read-definition.ts';
import { meaningOf } from './read-marks.ts';
import { readOptions } from './read-options.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

/** What is called, and what it is given. */
export interface CalledTemplate {
  readonly task: string;
  readonly template: TreeMap;
  readonly given: CallArguments;
  readonly anyway: boolean;
  /** Set for a template that has tasks of its own. */
  readonly readBody?: ReadBody;
}

/** A task with what it gives. */
export interface ReadTask {
  readonly node: TaskId;
  readonly outputs: Outputs;
}

/** Reads what is called as one task: a container as a component, tasks as a sub-pipeline. */
export function readTask(frame: Frame, called: CalledTemplate): ReadTask | undefined {
  const { template, readBody } = called;
  if (readBody !== undefined) return readSubPipeline(frame, called, readBody);
  const isProgram = isTreeMap(entryOf(template, 'container')) || isTreeMap(entryOf(template, 'script'));
  return isProgram ? readContainer(frame, called) : undefined;
}

function readContainer(frame: Frame, { task, template, given, anyway }: CalledTemplate): ReadTask {
  const { reading } = frame.names;
  const called = withRunParameters(frame, template, given, task);
  const typeOfInput = (name: string): ParameterType => {
    const type = called.given.get(`parameters.${name}`)?.type;
    return type === undefined || type === 'artifact' ? 'STRING' : type;
  };
  const component = readComponent(reading, called.template, typeOfInput);
  const options = readOptions({ ...frame, meanings: insideOf(frame, called.given) }, task, called.template);
  for (const [path] of component.inputs) {
    if (!path.startsWith('artifacts.') || given.has(path) || isOptional(template, path)) continue;
    noteLoss(reading, 'argo-argument-not-read', { name: path.replace('artifacts.', ''), task });
  }
  const id = addTask(frame, task, {
    target: { kind: 'component', component: component.record.key },
    arguments: argumentsBy(called.given, component.inputs),
    options: { ...options, ...(anyway ? { ignoreUpstreamFailure: true } : {}) },
    displayName: displayNameOf(template),
  });
  const title = textOf(template, 'name') ?? '';
  const outputs: Outputs = (path) => {
    const output = component.outputs.get(path);
    if (output === undefined) return undefined;
    const source = `output/${title}/${path.replace(/^[a-z]+\./, '')}`;
    const isValue = component.outputs.has(path.replace(/^artifacts\./, 'parameters.'));
    const type = isValue ? typeOfSource(reading, source) : 'artifact';
    return { argument: { kind: 'task-output', task: id, output }, type, ...(isValue ? { source } : {}) };
  };
  return { node: id, outputs };
}

function isOptional(template: TreeMap, path: string): boolean {
  const artifacts = mapsOf(mapOf(template, 'inputs'), 'artifacts');
  return artifacts.some((one) => `artifacts.${textOf(one, 'name')}` === path && entryOf(one, 'optional') === true);
}

function readSubPipeline(frame: Frame, { task, template, given }: CalledTemplate, readBody: ReadBody): ReadTask {
  const { reading } = frame.names;
  const definition = readDefinition(reading, template, readBody);
  const title = textOf(template, 'name') ?? '';
  for (const [path, value] of given) {
    const source = `input/${title}/${path.replace(/^parameters\./, '')}`;
    const type = typeOfSource(reading, source);
    if (type !== 'STRING') learnType(reading, value, type);
    else if (value.type !== 'artifact' && value.type !== 'STRING') reading.learned.set(source, value.type);
  }
  const id = addTask(frame, task, {
    target: { kind: 'pipeline', pipeline: definition.pipeline },
    arguments: argumentsBy(typedConstants(reading, title, given), definition.inputs),
    options: {},
  });
  const outputs: Outputs = (path) => {
    const inner = definition.outputs.get(path);
    if (inner === undefined) return undefined;
    return { argument: { kind: 'task-output', task: id, output: inner.port }, type: inner.type, ...inner.source };
  };
  return { node: id, outputs };
}

/** Constants are texts in a workflow; a sub-pipeline that uses them as lists or numbers is given those. */
function typedConstants(reading: ArgoReading, title: string, given: CallArguments): CallArguments {
  const typed = [...given].map(([path, value]): readonly [string, Value] => {
    const type = typeOfSource(reading, `input/${title}/${path.replace(/^parameters\./, '')}`);
    const { argument } = value;
    if (type === 'STRING' || argument.kind !== 'value' || typeof argument.value !== 'string') return [path, value];
    return [path, { ...value, argument: { kind: 'value', value: constantOfText(argument.value, type) } }];
  });
  return new Map(typed);
}

function addTask(
  { names, body }: Frame,
  wanted: string,
  fields: Pick<TaskRecord, 'target' | 'arguments' | 'options'> & { readonly displayName?: string | undefined },
): TaskId {
  const name = uniqueName(sanitiseTaskName(wanted) || 'task', (candidate) => names.tasks.has(candidate));
  names.tasks.add(name);
  const { displayName, ...rest } = fields;
  const id = newTaskId(names.reading.counter);
  const named = displayName === undefined ? {} : { displayName };
  names.reading.tasks.set(id, { id, parent: body, name, ...named, ...rest, after: [] });
  return id;
}

function argumentsBy(given: CallArguments, ports: ReadonlyMap<string, string>): { readonly [port: string]: Argument } {
  const entries = [...ports].flatMap(([path, port]) => {
    const value = given.get(path);
    return value === undefined ? [] : [[port, value.argument] as const];
  });
  return Object.fromEntries(entries);
}

function displayNameOf(template: TreeMap): string | undefined {
  return textOf(mapOf(mapOf(template, 'metadata'), 'annotations'), 'pipelines.kubeflow.org/task_display_name');
}

function insideOf(frame: Frame, given: CallArguments): ReadonlyMap<string, Value> {
  return new Map([...frame.meanings, ...[...given].map(([path, value]) => [`inputs.${path}`, value] as const)]);
}

const RUN_PARAMETER = /\{\{\s*workflow\.parameters\.([\w-]+)\s*\}\}/g;

/** A program that takes parameters of the run by itself is given them as inputs, as KFP asks for. */
function withRunParameters(
  frame: Frame,
  template: TreeMap,
  given: CallArguments,
  task: string,
): { readonly template: TreeMap; readonly given: CallArguments } {
  const text = JSON.stringify(template);
  const names = new Set([...text.matchAll(RUN_PARAMETER)].map(([, name]) => name ?? ''));
  if (names.size === 0) return { template, given };
  const all = new Map(given);
  const parameters: YamlTree[] = [];
  for (const name of names) {
    const value = meaningOf(frame, `workflow.parameters.${name}`, task);
    if (value === undefined || all.has(`parameters.${name}`)) continue;
    all.set(`parameters.${name}`, value);
    parameters.push({ name });
  }
  if (parameters.length === 0) noteLoss(frame.names.reading, 'argo-run-parameters', { task });
  const replaced = JSON.parse(text.replace(RUN_PARAMETER, '{{inputs.parameters.$1}}')) as TreeMap;
  const inputs = mapOf(replaced, 'inputs');
  const known = entryOf(inputs, 'parameters');
  const merged = { ...inputs, parameters: [...(Array.isArray(known) ? (known as YamlTree[]) : []), ...parameters] };
  return { template: { ...replaced, inputs: merged }, given: all };
}
