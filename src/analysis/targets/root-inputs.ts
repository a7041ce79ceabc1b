import { pipelineRecord } from '../../model/lookups.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { TargetContext } from './target-rule.ts';

/** KFP backend: a run is given parameters only. */
export function checkRootInputs({ document, report }: TargetContext): void {
  for (const { name, type, optional } of pipelineRecord(document, document.root).inputs) {
    if (type.kind === 'parameter' || optional === true) continue;
    report({
      code: 'artifact-input-at-run',
      severity: 'warning',
      values: { input: name, given: typeLabel(type) },
      pipelinePort: { side: 'input', name },
    });
  }
}
