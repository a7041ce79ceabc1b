import type { PipelineDocument } from '../model/document.ts';
import { pipelineOfBody, pipelineRecord } from '../model/lookups.ts';
import { typeLabel } from '../model/type-label.ts';
import type { CompileTarget } from './compile-target.ts';
import type { Diagnostic } from './diagnostic.ts';
import { expandedTaskCount } from './expanded-size.ts';
import { diagnosticOf } from './rule.ts';

/** More tasks than any backend runs; sub-pipelines inside each other reach it with few records. */
const MOST_TASKS = 100_000;

/** What one target cannot take although the document is sound; beside the diagnostics of `checkDocument`. */
export function checkForTarget(document: PipelineDocument, _target: CompileTarget): readonly Diagnostic[] {
  return [...checkSize(document), ...checkRootInputs(document), ...checkGroups(document)];
}

function checkSize(document: PipelineDocument): readonly Diagnostic[] {
  const count = expandedTaskCount(document);
  if (count <= MOST_TASKS) return [];
  const values = { count: Number.isFinite(count) ? count : '∞', limit: MOST_TASKS };
  return [diagnosticOf({ code: 'too-many-tasks' }, { pipeline: document.root }, values)];
}

/** KFP backend: a run is given parameters only. */
function checkRootInputs(document: PipelineDocument): readonly Diagnostic[] {
  const { inputs } = pipelineRecord(document, document.root);
  return inputs.flatMap(({ name, type, optional }) => {
    if (type.kind === 'parameter' || optional === true) return [];
    const finding = {
      code: 'artifact-input-at-run',
      severity: 'warning',
      pipelinePort: { side: 'input', name },
    } as const;
    return [diagnosticOf(finding, { pipeline: document.root }, { input: name, given: typeLabel(type) })];
  });
}

function checkGroups(document: PipelineDocument): readonly Diagnostic[] {
  return [...document.groups.values()].map((group) => {
    const place = { pipeline: pipelineOfBody(document, group.parent), node: group.id };
    return diagnosticOf({ code: 'construct-not-compiled' }, place, { name: group.name });
  });
}
