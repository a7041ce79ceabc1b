import type { Reference } from '../argument.ts';
import type { Draft } from '../draft.ts';
import type { NodeId, PipelineId } from '../ids.ts';
import { isGroupId } from '../new-ids.ts';
import { mapReferencesInPipeline } from './map-pipeline.ts';

/**
 * References to a name the file did not hold find the node that now gets this name, as they would at the next load.
 * Looks at the pipeline only when such references exist.
 */
export function healMissing(draft: Draft, pipeline: PipelineId, name: string, node: NodeId): void {
  const missing = [...draft.missing.entries()].find(
    ([id, missingName]) => missingName === name && isGroupId(id) === isGroupId(node),
  );
  if (missing === undefined) return;
  const [lost] = missing;
  const before = draft.tasks.touched().size + draft.groups.touched().size + draft.pipelines.touched().size;
  mapReferencesInPipeline(draft, pipeline, {
    reference: (reference) => moveReference(reference, lost, node),
    node: (id) => (id === lost ? node : id),
  });
  const after = draft.tasks.touched().size + draft.groups.touched().size + draft.pipelines.touched().size;
  if (after > before) draft.missing.delete(lost);
}

/** The same reference, pointing at another task or group of the same kind. */
export function moveReference(reference: Reference, from: NodeId, to: NodeId): Reference {
  switch (reference.kind) {
    case 'input':
      return reference;
    case 'loop-item':
      return reference.loop === from ? { ...reference, loop: to as typeof reference.loop } : reference;
    case 'one-of':
      return reference.group === from ? { ...reference, group: to as typeof reference.group } : reference;
    default:
      return reference.task === from ? { ...reference, task: to as typeof reference.task } : reference;
  }
}
