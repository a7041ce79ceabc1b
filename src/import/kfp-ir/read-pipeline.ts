import { plainJson } from '../../catalog/tree.ts';
import type { ComponentSpec, Dag } from '../../compile/kfp/ir.ts';
import type { ConstantValue, Reference } from '../../model/argument.ts';
import type { PipelineInput, PipelineOutput, PipelineRecord } from '../../model/document.ts';
import type { BodyId, PipelineId, TaskId } from '../../model/ids.ts';
import { newBodyId, newPipelineId, newTaskId } from '../../model/new-ids.ts';
import { isPythonFloat, pythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import type { TaskIds } from './read-argument.ts';
import { readTask } from './read-task.ts';
import { noteLoss, portTypeOf, type Reading } from './reading.ts';
import { tasksInOrder } from './task-order.ts';

/** Reads a pipeline, the root or a sub-pipeline, with everything below it. */
export function readPipeline(
  reading: Reading,
  component: ComponentSpec,
  head: Pick<PipelineRecord, 'name' | 'displayName' | 'description' | 'platform' | 'defaultPipelineRoot'>,
): PipelineId {
  const id = newPipelineId(reading.counter);
  const body = newBodyId(reading.counter);
  const dag = component.dag ?? {};
  // The place in the map is taken before inner pipelines are read, so that the root comes first.
  const record: PipelineRecord = { id, ...head, inputs: readInputs(component), outputs: [], body, groupCounter: 1 };
  reading.pipelines.set(id, record);
  const ids = readTasks(reading, dag, body);
  reading.bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline: id }, children: [...ids.values()] });
  reading.pipelines.set(id, { ...record, outputs: readOutputs(reading, component, ids) });
  return id;
}

function readTasks(reading: Reading, dag: Dag, parent: BodyId): TaskIds {
  const tasks = dag.tasks ?? {};
  const ids = new Map<string, TaskId>();
  for (const name of tasksInOrder(tasks)) ids.set(name, newTaskId(reading.counter));
  for (const [name, id] of ids) {
    const task = tasks[name];
    if (task === undefined) continue;
    const record = readTask(reading, { id, name, parent, ids }, task, (component, taskName) => {
      return readDefinition(reading, component, taskName);
    });
    if (record !== undefined) reading.tasks.set(id, record);
  }
  return ids;
}

/** Every use of a sub-pipeline has a copy of its own in the IR; copies that hold the same are one definition. */
function readDefinition(reading: Reading, component: ComponentSpec, taskName: string): PipelineId {
  const digest = reading.index.digestOf(component);
  const known = reading.definitions.get(digest);
  if (known !== undefined) return known;
  const id = readPipeline(reading, component, { name: freeDefinitionName(reading, taskName) });
  reading.definitions.set(digest, id);
  return id;
}

function freeDefinitionName(reading: Reading, wanted: string): string {
  const taken = new Set([...reading.pipelines.values()].map((pipeline) => pipeline.name));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

function readInputs({ inputDefinitions }: ComponentSpec): readonly PipelineInput[] {
  const parameters = Object.entries(inputDefinitions?.parameters ?? {}).map(([name, definition]): PipelineInput => {
    const { defaultValue, isOptional, description } = definition;
    return {
      name,
      type: portTypeOf(definition),
      ...(defaultValue === undefined ? {} : { default: defaultOf(defaultValue, definition.parameterType) }),
      ...((isOptional === true) === (defaultValue !== undefined) ? {} : { optional: isOptional === true }),
      ...(description === undefined ? {} : { description }),
    };
  });
  const artifacts = Object.entries(inputDefinitions?.artifacts ?? {}).map(
    ([name, definition]): PipelineInput => ({
      name,
      type: portTypeOf(definition),
      ...(definition.isOptional === true ? { optional: true } : {}),
      ...(definition.description === undefined ? {} : { description: definition.description }),
    }),
  );
  return [...parameters, ...artifacts];
}

/** Every number of the IR is a float; only the default of a Float keeps the mark. */
function defaultOf(value: YamlTree, type: string): ConstantValue {
  const plain = plainJson(value);
  const isFloat = type === 'NUMBER_DOUBLE' && typeof plain === 'number' && isPythonFloat(value);
  return isFloat ? { ...pythonFloat(plain) } : plain;
}

function readOutputs(reading: Reading, component: ComponentSpec, ids: TaskIds): readonly PipelineOutput[] {
  const { dag, outputDefinitions } = component;
  const parameters = Object.entries(outputDefinitions?.parameters ?? {}).map(([name, definition]) => {
    const source = dag?.outputs?.parameters?.[name]?.valueFromParameter;
    const reference = source && outputOf(ids, source.producerSubtask, source.outputParameterKey);
    return readOutput(reading, name, definition, reference);
  });
  const artifacts = Object.entries(outputDefinitions?.artifacts ?? {}).map(([name, definition]) => {
    const selectors = dag?.outputs?.artifacts?.[name]?.artifactSelectors ?? [];
    const [source] = selectors;
    const only = selectors.length === 1 ? source : undefined;
    const reference = only && outputOf(ids, only.producerSubtask, only.outputArtifactKey);
    return readOutput(reading, name, definition, reference);
  });
  return [...parameters, ...artifacts];
}

function readOutput(
  reading: Reading,
  name: string,
  definition: Parameters<typeof portTypeOf>[0],
  source: Reference | undefined,
): PipelineOutput {
  if (source === undefined) noteLoss(reading, 'output-source-not-kept', { output: name });
  return {
    name,
    type: portTypeOf(definition),
    ...(definition.description === undefined ? {} : { description: definition.description }),
    ...(source === undefined ? {} : { source }),
  };
}

function outputOf(ids: TaskIds, taskName: string, output: string): Reference | undefined {
  const task = ids.get(taskName);
  return task === undefined ? undefined : { kind: 'task-output', task, output };
}
