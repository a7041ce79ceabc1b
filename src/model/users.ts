import type { Reference } from './argument.ts';
import type { PipelineDocument, TaskRecord } from './document.ts';
import type { NodeId, PipelineId } from './ids.ts';
import { isTask, nodesOfPipeline, pipelineRecord } from './lookups.ts';
import { referencesOfGroup, referencesOfOutputs, referencesOfTask } from './record-references.ts';

/** Who uses something of a pipeline: nodes by reference, and outputs by name. */
export interface NodeUsers {
  readonly nodes: readonly NodeId[];
  readonly outputs: readonly string[];
}

/** Every task or group of a pipeline, or one of its outputs, that reads a pipeline input. */
export function usersOfInput(document: PipelineDocument, pipeline: PipelineId, input: string): NodeUsers {
  const refers = (reference: Reference): boolean => reference.kind === 'input' && reference.input === input;
  const users = nodesOfPipeline(document, pipeline).filter((node) =>
    (isTask(node) ? referencesOfTask(node) : referencesOfGroup(node)).some(refers),
  );
  const fed = referencesOfOutputs(pipelineRecord(document, pipeline)).some(refers);
  const outputs = fed
    ? pipelineRecord(document, pipeline).outputs.filter(({ source }) => source && refers(source))
    : [];
  return { nodes: users.map((user) => user.id), outputs: outputs.map((output) => output.name) };
}

/** The tasks that run a sub-pipeline definition, all over the document. */
export function usersOfPipeline(document: PipelineDocument, pipeline: PipelineId): readonly TaskRecord[] {
  return [...document.tasks.values()].filter(
    (task) => task.target.kind === 'pipeline' && task.target.pipeline === pipeline,
  );
}
