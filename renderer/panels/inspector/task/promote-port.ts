import { interfaceOfTask } from '../../../../src/analysis/task-interface.ts';
import { combineEdits } from '../../../../src/model/combine-edits.ts';
import type { PipelineDocument, PipelineInput } from '../../../../src/model/document.ts';
import { unchanged } from '../../../../src/model/draft.ts';
import type { Edit } from '../../../../src/model/edit.ts';
import { connect } from '../../../../src/model/edits/connect.ts';
import { addInput } from '../../../../src/model/edits/pipeline-inputs.ts';
import { addOutput } from '../../../../src/model/edits/pipeline-outputs.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import { pipelineOfNode } from '../../../../src/model/lookups.ts';

/** A new pipeline input that feeds a port. What the port was given, or else its own default, becomes its default. */
export function makePipelineInput(document: PipelineDocument, taskId: TaskId, portId: string): Edit {
  const label = { key: 'edit.add-input', values: { name: portId } };
  const pipeline = pipelineOfNode(document, taskId);
  const port = interfaceOfTask(document, taskId).inputs.find((input) => input.id === portId);
  if (pipeline === undefined || port === undefined) return unchanged(document, label);
  const given = document.tasks.get(taskId)?.arguments[portId];
  const value = given?.kind === 'value' ? given.value : port.default;
  const input: PipelineInput = {
    name: port.id,
    type: port.type,
    ...(value === undefined || port.type.kind === 'artifact' ? {} : { default: value }),
    ...(value === undefined && port.optional ? { optional: true } : {}),
    ...(port.description === undefined ? {} : { description: port.description }),
  };
  const added = addInput(document, pipeline, input);
  const end = { kind: 'port', task: taskId, port: portId } as const;
  return combineEdits(document, added.label, [
    () => added,
    (next) => connect(next, { kind: 'input', input: added.name }, end),
  ]);
}

/** A new pipeline output that an output of a task feeds. */
export function makePipelineOutput(document: PipelineDocument, taskId: TaskId, portId: string): Edit {
  const label = { key: 'edit.add-output', values: { name: portId } };
  const pipeline = pipelineOfNode(document, taskId);
  const port = interfaceOfTask(document, taskId).outputs.find((output) => output.id === portId);
  if (pipeline === undefined || port === undefined) return unchanged(document, label);
  const description = port.description === undefined ? {} : { description: port.description };
  const added = addOutput(document, pipeline, { name: port.id, type: port.type, ...description });
  const source = { kind: 'task-output', task: taskId, output: portId } as const;
  return combineEdits(document, added.label, [
    () => added,
    (next) => connect(next, source, { kind: 'output', pipeline, output: added.name }),
  ]);
}
