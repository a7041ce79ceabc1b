import type { Argument, ConstantValue, Reference } from '../../model/argument.ts';
import type { PipelineDocument } from '../../model/document.ts';
import type { PipelineId, TaskId } from '../../model/ids.ts';
import { pipelineRecord } from '../../model/lookups.ts';
import { pythonJson, pythonStr } from '../../yaml/python-text.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { rawNameAtPipeline, rawNameAtTask } from './names.ts';

/** The pipeline that is being written. */
export interface GraphScope {
  readonly document: PipelineDocument;
  readonly pipeline: PipelineId;
  readonly taskIds: ReadonlyMap<TaskId, string>;
}

/** An argument of a graph component; nothing for what the format cannot say. */
export function writeArgument(scope: GraphScope, argument: Argument): YamlTree | undefined {
  switch (argument.kind) {
    case 'value':
      return constantText(argument.value);
    case 'text':
    case 'template':
      return undefined;
    default:
      return writeReference(scope, argument);
  }
}

/** A reference to an input or to a task's output; nothing for any other. */
export function writeReference(scope: GraphScope, reference: Reference): YamlTree | undefined {
  const { document, pipeline } = scope;
  if (reference.kind === 'input') {
    const inputName = rawNameAtPipeline(pipelineRecord(document, pipeline), 'inputs', reference.input);
    return { graphInput: { inputName } };
  }
  if (reference.kind !== 'task-output') return undefined;
  const task = document.tasks.get(reference.task);
  const taskId = scope.taskIds.get(reference.task) ?? document.missing.get(reference.task) ?? reference.task;
  const outputName = task === undefined ? reference.output : rawNameAtTask(document, task, 'outputs', reference.output);
  return { taskOutput: { taskId, outputName } };
}

/** Every constant is a text there. KFP SDK 1.8: `serialize_value`. */
export function constantText(value: ConstantValue): string {
  const isPlain = typeof value !== 'object' || value === null || isPythonFloat(value);
  return isPlain ? pythonStr(value) : pythonJson(value);
}
