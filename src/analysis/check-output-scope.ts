import type { Reference } from '../model/argument.ts';
import type { PipelineDocument } from '../model/document.ts';
import type { PipelineId } from '../model/ids.ts';
import { nodeRecord, pipelineOfNode } from '../model/lookups.ts';
import type { ReferenceProblem } from './resolve-reference.ts';
import { stepsOutwards } from './scopes.ts';
import { producerOf } from './upstream.ts';

/**
 * Whether a pipeline output may take a reference; gives the reason when not.
 * KFP SDK: "Pipeline outputs may only be returned from the top level of the pipeline function scope", except Collected.
 */
export function checkOutputScope(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
): ReferenceProblem | undefined {
  const producer = producerOf(reference);
  if (producer === undefined) return { ok: false, code: 'output-from-input', values: {} };
  const task = nodeRecord(document, producer)?.name ?? '';
  if (pipelineOfNode(document, producer) !== pipeline) return { ok: false, code: 'other-pipeline', values: { task } };
  const outermost = stepsOutwards(document, producer).slice(1).at(-1);
  const group = outermost === undefined ? undefined : document.groups.get(outermost.node as never);
  if (reference.kind === 'collected') {
    // KFP SDK: an output of the pipeline may be collected from any group, an If among them.
    return group === undefined ? { ok: false, code: 'collected-outside-loop', values: { task } } : undefined;
  }
  if (group === undefined) return undefined;
  return { ok: false, code: 'output-not-top-level', values: { task, group: group.name } };
}
