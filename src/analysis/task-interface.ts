import type { InputPort } from '../catalog/component-description.ts';
import { describeComponentRecord } from '../catalog/describe-component-record.ts';
import type { PipelineDocument, PipelineInput, PipelineRecord, TaskRecord, TaskTarget } from '../model/document.ts';
import type { TaskId } from '../model/ids.ts';
import type { ArtifactPortType } from '../model/port-type.ts';
import { interfaceFromUses } from './interface-from-uses.ts';
import type { TaskInterface } from './task-ports.ts';

export type { TaskInterface };

const NO_INTERFACE: TaskInterface = { title: '', inputs: [], outputs: [] };
const interfaces = new WeakMap<object, TaskInterface>();

/**
 * The ports of a task. The same object comes back while what the task runs is the same record.
 * Where the target is missing, the ports are those that arguments and references name.
 */
export function interfaceOfTask(document: PipelineDocument, taskId: TaskId): TaskInterface {
  const task = document.tasks.get(taskId);
  return task === undefined ? NO_INTERFACE : interfaceOfRecord(document, task);
}

/** The same for a task record at hand. */
export function interfaceOfRecord(document: PipelineDocument, task: TaskRecord): TaskInterface {
  const { target } = task;
  switch (target.kind) {
    case 'component':
      return componentInterface(document, task, target);
    case 'pipeline': {
      const pipeline = document.pipelines.get(target.pipeline);
      if (pipeline === undefined) return interfaceFromUses(document, task, target.pipeline, 'pipeline-missing');
      return portsOfPipeline(pipeline);
    }
    case 'missing-pipeline':
      return interfaceFromUses(document, task, target.name, 'pipeline-missing');
    case 'importer':
      return remembered(target, () => importerInterface(target.artifactType));
  }
}

function componentInterface(
  document: PipelineDocument,
  task: TaskRecord,
  target: TaskTarget & { readonly kind: 'component' },
): TaskInterface {
  const record = document.components.get(target.component);
  if (record === undefined) return interfaceFromUses(document, task, target.component, 'component-missing');
  const description = describeComponentRecord(record);
  if (description === undefined) return interfaceFromUses(document, task, target.component, 'component-unreadable');
  return remembered(description, () => ({
    title: description.title,
    ...(description.description === undefined ? {} : { description: description.description }),
    inputs: description.inputs,
    outputs: description.outputs,
  }));
}

/** A pipeline's inputs and outputs as ports. */
export function portsOfPipeline(pipeline: PipelineRecord): TaskInterface {
  return remembered(pipeline, () => pipelineInterface(pipeline));
}

function pipelineInterface(pipeline: PipelineRecord): TaskInterface {
  return {
    title: pipeline.displayName ?? pipeline.name,
    ...(pipeline.description === undefined ? {} : { description: pipeline.description }),
    inputs: pipeline.inputs.map(inputPort),
    outputs: pipeline.outputs.map(({ name, type, description }) => ({
      id: name,
      name,
      type,
      ...(description === undefined ? {} : { description }),
    })),
  };
}

function inputPort(input: PipelineInput): InputPort {
  const { name, type, description } = input;
  return {
    id: name,
    name,
    type,
    optional: input.default !== undefined || input.optional === true,
    ...(description === undefined ? {} : { description }),
    ...(input.default === undefined ? {} : { default: input.default }),
  };
}

/** KFP SDK: `importer_node.importer` has the input `uri` and the output `artifact`. */
function importerInterface(artifactType: ArtifactPortType): TaskInterface {
  return {
    title: 'importer',
    inputs: [{ id: 'uri', name: 'uri', type: { kind: 'parameter', parameterType: 'STRING' }, optional: false }],
    outputs: [{ id: 'artifact', name: 'artifact', type: artifactType }],
  };
}

function remembered(key: object, make: () => TaskInterface): TaskInterface {
  let found = interfaces.get(key);
  if (found === undefined) {
    found = make();
    interfaces.set(key, found);
  }
  return found;
}

const inputsById = new WeakMap<TaskInterface, ReadonlyMap<string, InputPort>>();

/** The input port of an id. */
export function inputOfTask(ports: TaskInterface, id: string): InputPort | undefined {
  let inputs = inputsById.get(ports);
  if (inputs === undefined) {
    inputs = new Map(ports.inputs.map((input) => [input.id, input]));
    inputsById.set(ports, inputs);
  }
  return inputs.get(id);
}
