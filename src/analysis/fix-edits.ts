import { combineEdits } from '../model/combine-edits.ts';
import type { PipelineDocument } from '../model/document.ts';
import { unchanged } from '../model/draft.ts';
import type { Edit } from '../model/edit.ts';
import { setCondition, setOneOfOutputs } from '../model/edits/branches.ts';
import type { Changes } from '../model/edits/pipeline-ports.ts';
import { setPipelineSettings } from '../model/edits/pipeline-settings.ts';
import { replaceReference } from '../model/edits/replace-reference.ts';
import type { GroupId } from '../model/ids.ts';
import type { PipelinePlatformSettings } from '../model/kubernetes-settings.ts';
import { rootPipeline } from '../model/lookups.ts';
import type { FixChange, OfferChange } from './diagnostic.ts';

/** Takes an output of the branches away, with every reference to it. */
export function removeOneOf(document: PipelineDocument, id: GroupId, name: string): Edit {
  const group = document.groups.get(id);
  if (group?.kind !== 'branches') return unchanged(document, { key: 'fix.remove-one-of' });
  return setOneOfOutputs(
    document,
    id,
    group.outputs.filter((output) => output.name !== name),
  );
}

/** Makes the construct where it is not there yet, and feeds the place from it. */
export function takeOffer(document: PipelineDocument, { place, reference, instead, oneOf }: OfferChange): Edit {
  return combineEdits(document, { key: 'fix.collect-results' }, [
    (next) => {
      const group = reference.kind === 'one-of' ? next.groups.get(reference.group) : undefined;
      if (group?.kind !== 'branches' || oneOf === undefined) return unchanged(next, { key: 'edit.set-one-of' });
      const others = group.outputs.filter(({ name }) => name !== oneOf.name);
      const outputs =
        others.length === group.outputs.length
          ? [...group.outputs, oneOf]
          : group.outputs.map((output) => (output.name === oneOf.name ? oneOf : output));
      return setOneOfOutputs(next, group.id, outputs);
    },
    (next) => replaceReference(next, place, reference, instead),
  ]);
}

/** Changes the constant of one side of a comparison. */
export function setConditionValue(
  document: PipelineDocument,
  change: FixChange & { readonly kind: 'set-condition-value' },
): Edit {
  const group = document.groups.get(change.group);
  const branches = group?.kind === 'branches' ? group.branches : [];
  const condition = branches.find(({ body }) => body === change.body)?.condition;
  if (condition?.kind !== 'comparison') return unchanged(document, { key: 'fix.set-condition-value' });
  const next = { ...condition, [change.side]: { kind: 'value', value: change.value } };
  return setCondition(document, change.group, change.body, next);
}

/** Changes platform settings of the pipeline; `undefined` takes one away. */
export function setPlatform(document: PipelineDocument, changes: Changes<PipelinePlatformSettings>): Edit {
  const { id, platform } = rootPipeline(document);
  const kept = Object.entries({ ...platform, ...changes }).filter(([, value]) => value !== undefined);
  const next = kept.length === 0 ? undefined : Object.fromEntries(kept);
  return setPipelineSettings(document, id, { platform: next as PipelinePlatformSettings | undefined });
}
