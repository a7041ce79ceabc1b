import type { InputPort, OutputPort } from '../catalog/component-description.ts';
import type { Argument } from '../model/argument.ts';
import type { PipelineDocument, TaskRecord } from '../model/document.ts';
import type { TaskId } from '../model/ids.ts';
import type { PortType } from '../model/port-type.ts';
import { parameterTypeOfValue } from './parameter-type-of-value.ts';
import type { TaskInterface } from './task-ports.ts';
import { referencesOfNode } from './upstream.ts';

const ARTIFACT: PortType = { kind: 'artifact', schemaTitle: 'system.Artifact', schemaVersion: '0.0.1', isList: false };
const TEXT: PortType = { kind: 'parameter', parameterType: 'STRING' };

const interfacesByTasks = new WeakMap<PipelineDocument['tasks'], WeakMap<TaskRecord, TaskInterface>>();

/**
 * The ports of a task whose target is missing: those its arguments and the references to it name.
 * The same object comes back for the same version of the tasks.
 */
export function interfaceFromUses(
  document: PipelineDocument,
  task: TaskRecord,
  title: string,
  problem: NonNullable<TaskInterface['problem']>,
): TaskInterface {
  const interfaces = interfacesByTasks.get(document.tasks) ?? new WeakMap<TaskRecord, TaskInterface>();
  interfacesByTasks.set(document.tasks, interfaces);
  const known = interfaces.get(task);
  if (known?.problem === problem && known.title === title) return known;
  const found = findUses(document, task, title, problem);
  interfaces.set(task, found);
  return found;
}

function findUses(
  document: PipelineDocument,
  task: TaskRecord,
  title: string,
  problem: NonNullable<TaskInterface['problem']>,
): TaskInterface {
  const inputs = Object.entries(task.arguments).map(([id, argument]): InputPort => {
    return { id, name: id, type: likelyType(argument), optional: true };
  });
  const outputs = [...(usedOutputs(document).get(task.id) ?? [])].map((id): OutputPort => {
    return { id, name: id, type: ARTIFACT };
  });
  return { title, inputs, outputs, problem };
}

/** What port an argument was probably made for. A reference is taken for an artifact: nothing better is known. */
function likelyType(argument: Argument): PortType {
  switch (argument.kind) {
    case 'value':
      return { kind: 'parameter', parameterType: parameterTypeOfValue(argument.value) };
    case 'text':
    case 'input':
    case 'loop-item':
      return TEXT;
    case 'template':
      return { kind: 'parameter', parameterType: argument.value.kind === 'list' ? 'LIST' : 'STRUCT' };
    default:
      return ARTIFACT;
  }
}

const outputsByDocument = new WeakMap<PipelineDocument['tasks'], ReadonlyMap<TaskId, ReadonlySet<string>>>();

/** Which outputs of which task other tasks and pipeline outputs name. Computed once per version of the tasks. */
function usedOutputs(document: PipelineDocument): ReadonlyMap<TaskId, ReadonlySet<string>> {
  const known = outputsByDocument.get(document.tasks);
  if (known !== undefined) return known;
  const outputs = new Map<TaskId, Set<string>>();
  for (const task of document.tasks.values()) {
    for (const reference of referencesOfNode(task)) {
      if (reference.kind !== 'task-output' && reference.kind !== 'collected') continue;
      const names = outputs.get(reference.task) ?? new Set();
      outputs.set(reference.task, names.add(reference.output));
    }
  }
  outputsByDocument.set(document.tasks, outputs);
  return outputs;
}
