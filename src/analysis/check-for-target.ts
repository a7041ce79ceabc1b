import type { PipelineDocument } from '../model/document.ts';
import { pipelineOfBody } from '../model/lookups.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticOf } from './rule.ts';

/** What a document is compiled for. */
export type CompileTarget = 'kfp';

/** What one target cannot take although the document is sound; beside the diagnostics of `checkDocument`. */
export function checkForTarget(document: PipelineDocument, _target: CompileTarget): readonly Diagnostic[] {
  return [...document.groups.values()].map((group) => {
    const place = { pipeline: pipelineOfBody(document, group.parent), node: group.id };
    return diagnosticOf({ code: 'construct-not-compiled' }, place, { name: group.name });
  });
}
