import { describeComponentRecord } from '../../catalog/describe-component-record.ts';
import { entryOf, isTreeMap } from '../../catalog/tree.ts';
import { v1TypeName } from '../../catalog/v1/write-v1-component.ts';
import type { Argument, Reference } from '../../model/argument.ts';
import type { TaskTarget } from '../../model/document.ts';
import type { PipelineId, TaskId } from '../../model/ids.ts';
import { newTaskId } from '../../model/new-ids.ts';
import type { PortType } from '../../model/port-type.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { GraphReading } from './graph-reading.ts';
import { constantOfType, declaredType, type RawPorts } from './read-ports.ts';

/** The graph whose tasks are being read. */
export interface GraphPlace {
  readonly reading: GraphReading;
  readonly pipeline: PipelineId;
  readonly inputs: RawPorts;
  /** By the id in the file. A task that is referred to but not there gets an id of its own. */
  readonly tasks: Map<string, TaskId>;
  readonly targets: ReadonlyMap<TaskId, TaskTarget>;
}

/** A port of a task with its id here. */
export interface TaskPort {
  readonly id: string;
  readonly type?: PortType;
  /** The type as a v1 component names it. */
  readonly typeName?: string;
}

const INPUT_TEXT = /^\{\{inputs\.([^{}]+)\}\}$/;
const TASK_TEXT = /^\{\{tasks\.([^{}]+)\.outputs\.([^{}]+)\}\}$/;

/** An argument; nothing for what the model has no place for. KFP SDK 1.8: `ArgumentType`. */
export function readArgument(place: GraphPlace, tree: YamlTree, port: TaskPort): Argument | undefined {
  const reference = readReference(place, tree);
  if (reference !== undefined) return reference;
  if (tree === null || isTreeMap(tree)) return undefined;
  return { kind: 'value', value: constantOfType(tree, port.type, port.typeName ?? '') };
}

/** A reference to an input or to an output. Tangle also reads the two as texts in double braces. */
export function readReference(place: GraphPlace, tree: YamlTree): Reference | undefined {
  if (typeof tree === 'string') return readReferenceText(place, tree);
  const input = entryOf(tree, 'graphInput');
  // An older form has the name alone.
  const inputName = typeof input === 'string' ? input : entryOf(input, 'inputName');
  if (typeof inputName === 'string') return inputReference(place, inputName);
  const output = entryOf(tree, 'taskOutput');
  const taskId = entryOf(output, 'taskId');
  const outputName = entryOf(output, 'outputName');
  if (typeof taskId !== 'string' || typeof outputName !== 'string') return undefined;
  return outputReference(place, taskId, outputName);
}

function readReferenceText(place: GraphPlace, text: string): Reference | undefined {
  const [, input] = INPUT_TEXT.exec(text) ?? [];
  if (input !== undefined) return inputReference(place, input);
  const [, task, output] = TASK_TEXT.exec(text) ?? [];
  return task === undefined || output === undefined ? undefined : outputReference(place, task, output);
}

function inputReference({ inputs }: GraphPlace, name: string): Reference {
  return { kind: 'input', input: inputs.idOf.get(name) ?? (sanitisePortName(name) || 'port') };
}

function outputReference(place: GraphPlace, taskName: string, outputName: string): Reference {
  const { reading, tasks } = place;
  const task = tasks.get(taskName) ?? newTaskId(reading.counter);
  if (!tasks.has(taskName)) {
    tasks.set(taskName, task);
    reading.missing.set(task, taskName);
  }
  return { kind: 'task-output', task, output: portOf(place, task, 'outputs', outputName).id };
}

/** A port of a task by its raw name. */
export function portOf(place: GraphPlace, task: TaskId, side: 'inputs' | 'outputs', name: string): TaskPort {
  const target = place.targets.get(task);
  const fallback = { id: sanitisePortName(name) || 'port' };
  if (target?.kind === 'pipeline') return portOfPipeline(place.reading, target.pipeline, side, name) ?? fallback;
  if (target?.kind !== 'component') return fallback;
  const record = place.reading.components.get(target.component);
  const description = record === undefined ? undefined : describeComponentRecord(record);
  const port = description?.[side].find((candidate) => candidate.id === fallback.id);
  if (port === undefined) return fallback;
  return { id: port.id, type: port.type, typeName: port.declaredType ?? '' };
}

function portOfPipeline(
  { originals, pipelines }: GraphReading,
  pipeline: PipelineId,
  side: 'inputs' | 'outputs',
  name: string,
): TaskPort | undefined {
  const original = originals.get(pipeline);
  const id = (side === 'inputs' ? original?.inputIds : original?.outputIds)?.get(name);
  const type = pipelines.get(pipeline)?.[side].find((port) => port.name === id)?.type;
  return id === undefined || type === undefined ? undefined : { id, type, typeName: v1TypeName(type) };
}

/** The type of what a reference gives, as far as the file says it. */
export function typeOfReference(place: GraphPlace, reference: Reference): PortType | undefined {
  if (reference.kind === 'input') {
    const spec = place.inputs.specs[place.inputs.ids.indexOf(reference.input)];
    return spec === undefined ? undefined : declaredType(spec, 'input');
  }
  if (reference.kind !== 'task-output') return undefined;
  const target = place.targets.get(reference.task);
  if (target?.kind === 'pipeline') {
    const outputs = place.reading.pipelines.get(target.pipeline)?.outputs ?? [];
    return outputs.find(({ name }) => name === reference.output)?.type;
  }
  return portOf(place, reference.task, 'outputs', reference.output).type;
}
