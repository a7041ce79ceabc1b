import { pipelineOfBody } from '../../model/lookups.ts';
import type { Severity } from '../diagnostic.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { TargetContext } from './target-rule.ts';

/** KFP backend: "artifact iterator not implemented yet", when a run is created. */
export function checkArtifactLoops(context: TargetContext): void {
  reportArtifactLoops(context, 'error');
}

/** The IR itself has such loops, so writing it is allowed. */
export function warnOfArtifactLoops(context: TargetContext): void {
  reportArtifactLoops(context, 'warning');
}

function reportArtifactLoops({ document, report }: TargetContext, severity: Severity): void {
  for (const group of document.groups.values()) {
    if (group.kind !== 'loop' || group.items.kind !== 'reference') continue;
    const given = resolveReference(document, pipelineOfBody(document, group.parent), group.items.reference);
    if (!given.ok || given.freedom === 'anything' || given.type.kind !== 'artifact') continue;
    report({ code: 'artifact-loop', severity, values: { loop: group.name }, field: 'items' }, { node: group.id });
  }
}
