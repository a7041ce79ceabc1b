import { isTextArgument, referencesOfSettings } from '../../model/references.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { Given } from '../check-given.ts';
import { checkScope } from '../check-scope.ts';
import { offersFor } from '../offers.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { TaskContext } from '../rule.ts';
import { settingEntries } from '../settings-references.ts';

/** References in settings: they must exist, be in reach, and be parameters. */
export function checkSettingReferences({ document, pipeline, task, report }: TaskContext): void {
  for (const { field, value } of settingEntries(task.options)) {
    // KFP SDK: the platform document takes a constant or one reference, never text with references.
    if (isTextArgument(value) && field.startsWith('options.kubernetes.')) report({ code: 'text-in-setting', field });
    for (const reference of referencesOfSettings(value)) {
      const resolved = resolveReference(document, pipeline.id, reference);
      const problem = resolved.ok ? checkScope(document, task.id, reference) : resolved;
      if (problem !== undefined) {
        const place = { kind: 'node', node: task.id } as const;
        const takes = ({ type, freedom }: Given): boolean => type.kind === 'parameter' || freedom === 'anything';
        const request = { place, consumer: task.id, takes, standsThere: true };
        const fixes = offersFor(document, pipeline.id, reference, request);
        report({ code: problem.code, values: { port: field, ...problem.values }, field, fixes });
      } else if (resolved.ok && resolved.type.kind === 'artifact' && resolved.freedom !== 'anything') {
        report({ code: 'artifact-in-setting', values: { given: typeLabel(resolved.type) }, field });
      }
    }
  }
}
