import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { digestOfTree } from '../../compile/graph-component/kept.ts';
import type { Argument } from '../../model/argument.ts';
import type { PipelineRecord, TaskRecord, TaskTarget } from '../../model/document.ts';
import type { BodyId, PipelineId, TaskId } from '../../model/ids.ts';
import { newBodyId, newPipelineId, newTaskId } from '../../model/new-ids.ts';
import type { PortType } from '../../model/port-type.ts';
import { sanitiseTaskName, uniqueName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type GraphReading, noteLoss } from './graph-reading.ts';
import { type ConditionalTask, placeInBranches } from './place-in-branches.ts';
import { readComponentRef } from './read-component-ref.ts';
import { type GraphPlace, portOf, readArgument, readReference, typeOfReference } from './read-graph-argument.ts';
import { readTaskOptions } from './read-graph-options.ts';
import { placeFrames, placePorts, readPosition, readStickyNotes } from './read-layout.ts';
import { readInput, readOutput, readRawPorts } from './read-ports.ts';
import { readPredicate } from './read-predicate.ts';

/** Deeper inside each other no graphs are read. */
const DEEPEST = 64;

/** Reads a graph, the root or a sub-pipeline, with everything below it. */
export function readGraph(reading: GraphReading, spec: TreeMap, name: string, depth: number): PipelineId {
  const id = newPipelineId(reading.counter);
  const body = newBodyId(reading.counter);
  const title = textOf(spec, 'name') ?? '';
  const description = textOf(spec, 'description');
  const record: PipelineRecord = {
    id,
    name,
    ...(title === name || title === '' ? {} : { displayName: title }),
    ...(description === undefined ? {} : { description }),
    ...readAnnotations(reading, id, spec),
    inputs: [],
    outputs: [],
    body,
    groupCounter: 1,
  };
  // The place in the map is taken before inner graphs are read, so that the root comes first.
  reading.pipelines.set(id, record);
  reading.bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline: id }, children: [] });
  fillGraph(reading, { spec, record, title, depth });
  return id;
}

interface OpenGraph {
  readonly spec: TreeMap;
  readonly record: PipelineRecord;
  readonly title: string;
  readonly depth: number;
}

function fillGraph(reading: GraphReading, { spec, record, title, depth }: OpenGraph): void {
  const graph = entryOf(entryOf(spec, 'implementation'), 'graph');
  const inputs = readRawPorts(reading, title, entryOf(spec, 'inputs'), 'inputs');
  const outputs = readRawPorts(reading, title, entryOf(spec, 'outputs'), 'outputs');
  const entries = taskEntries(reading, entryOf(graph, 'tasks'));
  const tasks = new Map(entries.map(([key]) => [key, newTaskId(reading.counter)] as const));
  const targets = readTargets(reading, entries, tasks, depth);
  const place: GraphPlace = { reading, pipeline: record.id, inputs, tasks, targets };
  const read = readTasks(place, entries, record.body);
  const groupCounter = placeInBranches(reading, record.body, read);
  placeFrames(reading, reading.bodies.get(record.body)?.children ?? []);
  placePorts(reading, `inputs:${record.id}`, inputs.specs);
  placePorts(reading, `outputs:${record.id}`, outputs.specs);
  const inferred = inferInputTypes(place, read);
  reading.pipelines.set(record.id, {
    ...record,
    groupCounter,
    inputs: inputs.specs.map((port, index) => {
      const id = inputs.ids[index] ?? '';
      return readInput(port, id, inferred.get(id));
    }),
    outputs: outputs.specs.map((port, index) => readSourcedOutput(place, graph, port, outputs.ids[index] ?? '')),
  });
  reading.originals.set(record.id, {
    spec,
    tasks: entries.map(([key, task]) => ({ id: tasks.get(key) as TaskId, spec: task })),
    inputs: inputs.specs,
    outputs: outputs.specs,
    inputIds: inputs.idOf,
    outputIds: outputs.idOf,
  });
}

function textOf(tree: YamlTree | undefined, field: string): string | undefined {
  const text = entryOf(tree, field);
  return typeof text === 'string' ? text : undefined;
}

function readAnnotations(
  reading: GraphReading,
  pipeline: PipelineId,
  spec: TreeMap,
): Pick<PipelineRecord, 'annotations'> {
  const annotations = entryOf(entryOf(spec, 'metadata'), 'annotations');
  if (!isTreeMap(annotations)) return {};
  const hasNotes = readStickyNotes(reading, pipeline, entryOf(annotations, 'flex-nodes'));
  const texts = Object.entries(annotations).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const kept = texts.filter(([key]) => !(hasNotes && key === 'flex-nodes'));
  return kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) };
}

type TaskEntry = readonly [id: string, spec: TreeMap];

function taskEntries(reading: GraphReading, tasks: YamlTree | undefined): readonly TaskEntry[] {
  return Object.entries(isTreeMap(tasks) ? tasks : {}).flatMap(([id, spec]) => {
    if (isTreeMap(spec)) return [[id, spec] as const];
    noteLoss(reading, 'graph-task-not-read', { task: id });
    return [];
  });
}

function readTargets(
  reading: GraphReading,
  entries: readonly TaskEntry[],
  tasks: ReadonlyMap<string, TaskId>,
  depth: number,
): ReadonlyMap<TaskId, TaskTarget> {
  const read = entries.map(([id, spec]) => {
    const ref = entryOf(spec, 'componentRef');
    const target = readComponentRef(reading, id, ref, (inner) => readDefinition(reading, inner, id, depth + 1));
    return [tasks.get(id) as TaskId, target] as const;
  });
  return new Map(read);
}

/** Sub-graphs that hold the same are one definition. */
function readDefinition(reading: GraphReading, spec: TreeMap, task: string, depth: number): PipelineId | undefined {
  if (depth > DEEPEST) return undefined;
  const digest = digestOfTree(spec);
  const known = reading.definitions.get(digest);
  if (known !== undefined) return known;
  const wanted = sanitiseTaskName(textOf(spec, 'name') ?? '') || sanitiseTaskName(task) || 'pipeline';
  const name = uniqueName(wanted, (taken) => reading.definitionNames.has(taken));
  reading.definitionNames.add(name);
  const id = readGraph(reading, spec, name, depth);
  reading.definitions.set(digest, id);
  return id;
}

function readTasks(place: GraphPlace, entries: readonly TaskEntry[], body: BodyId): readonly ConditionalTask[] {
  const names = new Set<string>();
  return entries.map(([id, spec]) => {
    const name = uniqueName(sanitiseTaskName(id) || 'task', (taken) => names.has(taken));
    names.add(name);
    return readTask(place, { id, spec, name, body });
  });
}

interface OpenTask {
  readonly id: string;
  readonly spec: TreeMap;
  readonly name: string;
  readonly body: BodyId;
}

function readTask(place: GraphPlace, { id, spec, name, body }: OpenTask): ConditionalTask {
  const { reading } = place;
  const taskId = place.tasks.get(id) as TaskId;
  const position = readPosition(spec);
  if (position !== undefined) reading.layout.set(taskId, position);
  const task: TaskRecord = {
    id: taskId,
    parent: body,
    name,
    ...(id === name ? {} : { displayName: id }),
    target: place.targets.get(taskId) as TaskTarget,
    arguments: readArguments(place, id, taskId, entryOf(spec, 'arguments')),
    after: [],
    options: readTaskOptions(reading, id, spec),
  };
  const isEnabled = entryOf(spec, 'isEnabled');
  const conditions = isEnabled === undefined || isEnabled === null ? [] : readPredicate(place, isEnabled);
  if (conditions === undefined) noteLoss(reading, 'graph-condition-not-read', { task: id });
  return { task, conditions: conditions ?? [] };
}

function readArguments(
  place: GraphPlace,
  taskName: string,
  task: TaskId,
  tree: YamlTree | undefined,
): TaskRecord['arguments'] {
  const read = new Map<string, Argument>();
  for (const [name, value] of Object.entries(isTreeMap(tree) ? tree : {})) {
    const port = portOf(place, task, 'inputs', name);
    const argument = readArgument(place, value, port);
    if (argument !== undefined && !read.has(port.id)) read.set(port.id, argument);
    else if (value !== null) noteLoss(place.reading, 'graph-argument-not-read', { task: taskName, port: name });
  }
  return Object.fromEntries(read);
}

/** The type that all uses of an input agree on. */
function inferInputTypes(place: GraphPlace, tasks: readonly ConditionalTask[]): ReadonlyMap<string, PortType> {
  const found = new Map<string, PortType | undefined>();
  for (const { task } of tasks) {
    for (const [port, argument] of Object.entries(task.arguments)) {
      if (argument.kind !== 'input') continue;
      const { type } = portOf(place, task.id, 'inputs', port);
      const known = found.has(argument.input) ? found.get(argument.input) : type;
      found.set(argument.input, sameType(known, type) ? type : undefined);
    }
  }
  return new Map([...found].flatMap(([input, type]) => (type === undefined ? [] : [[input, type] as const])));
}

function sameType(left: PortType | undefined, right: PortType | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function readSourcedOutput(
  place: GraphPlace,
  graph: YamlTree | undefined,
  spec: TreeMap,
  id: string,
): PipelineRecord['outputs'][number] {
  const name = textOf(spec, 'name') ?? '';
  const value = entryOf(entryOf(graph, 'outputValues'), name);
  const source = value === undefined ? undefined : readReference(place, value);
  if (value !== undefined && source === undefined) {
    noteLoss(place.reading, 'output-source-not-kept', { output: name });
  }
  const output = readOutput(spec, id, source && typeOfReference(place, source));
  return source === undefined ? output : { ...output, source };
}
