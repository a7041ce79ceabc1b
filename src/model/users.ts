import type { Reference } from './argument.ts';
import type { PipelineDocument, TaskRecord } from './document.ts';
import type { GroupRecord } from './group.ts';
import type { ComponentKey, NodeId, PipelineId } from './ids.ts';
import { isTask, nodesOfPipeline, pipelineOfNode, pipelineRecord } from './lookups.ts';
import { referencesOfGroup, referencesOfOutputs, referencesOfTask } from './record-references.ts';
import { nodeOfReference } from './references.ts';

/** Who uses a task or group: nodes by reference or "run after", and outputs of its pipeline by name. */
export interface NodeUsers {
  readonly nodes: readonly NodeId[];
  readonly outputs: readonly string[];
}

/** Everything in the pipeline that refers to a task or group. Linear in the pipeline. */
export function usersOfNode(document: PipelineDocument, node: NodeId): NodeUsers {
  const pipeline = pipelineOfNode(document, node);
  if (pipeline === undefined) return { nodes: [], outputs: [] };
  const refers = (reference: Reference): boolean => nodeOfReference(reference) === node;
  const users = nodesOfPipeline(document, pipeline).filter((candidate) => usesNode(candidate, node, refers));
  const outputs = pipelineRecord(document, pipeline).outputs.filter(({ source }) => source && refers(source));
  return { nodes: users.map((user) => user.id), outputs: outputs.map((output) => output.name) };
}

function usesNode(
  candidate: TaskRecord | GroupRecord,
  node: NodeId,
  refers: (reference: Reference) => boolean,
): boolean {
  if (candidate.after.includes(node)) return true;
  if (isTask(candidate)) return referencesOfTask(candidate).some(refers);
  if (candidate.kind === 'exit-handler' && candidate.exitTask === node) return true;
  return referencesOfGroup(candidate).some(refers);
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

/** The tasks that run a component, all over the document. */
export function usersOfComponent(document: PipelineDocument, component: ComponentKey): readonly TaskRecord[] {
  return [...document.tasks.values()].filter(
    (task) => task.target.kind === 'component' && task.target.component === component,
  );
}
