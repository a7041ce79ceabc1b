import type { Argument, Reference } from './argument.ts';
import type { PipelineDocument } from './document.ts';
import type { NodeId, PipelineId } from './ids.ts';
import { pipelineOfNode, pipelineRecord } from './lookups.ts';
import { referencesOf } from './references.ts';

/**
 * Whether a reference points at something its pipeline holds: a declared input, a task, a group of the fitting kind.
 * Output ports of components are not looked at: that takes the component's description.
 */
export function referenceExists(document: PipelineDocument, pipeline: PipelineId, reference: Reference): boolean {
  switch (reference.kind) {
    case 'input':
      return pipelineRecord(document, pipeline).inputs.some((input) => input.name === reference.input);
    case 'loop-item':
      return document.groups.get(reference.loop)?.kind === 'loop' && isIn(document, pipeline, reference.loop);
    case 'one-of':
      return branchOutputExists(document, reference) && isIn(document, pipeline, reference.group);
    default:
      return taskOutputExists(document, reference) && isIn(document, pipeline, reference.task);
  }
}

/** Whether all references of an argument point at something the pipeline holds. */
export function argumentExists(document: PipelineDocument, pipeline: PipelineId, argument: Argument): boolean {
  return referencesOf(argument).every((reference) => referenceExists(document, pipeline, reference));
}

function isIn(document: PipelineDocument, pipeline: PipelineId, node: NodeId): boolean {
  return pipelineOfNode(document, node) === pipeline;
}

function branchOutputExists(document: PipelineDocument, reference: Reference & { readonly kind: 'one-of' }): boolean {
  const group = document.groups.get(reference.group);
  return group?.kind === 'branches' && group.outputs.some((output) => output.name === reference.output);
}

function taskOutputExists(
  document: PipelineDocument,
  reference: Reference & { readonly kind: 'task-output' | 'collected' },
): boolean {
  const target = document.tasks.get(reference.task)?.target;
  if (target?.kind !== 'pipeline') return target !== undefined;
  const outputs = document.pipelines.get(target.pipeline)?.outputs ?? [];
  return outputs.some((output) => output.name === reference.output);
}
