import { isTextArgument, referencesOfSettings } from '../../model/references.ts';
import { typeLabel } from '../../model/type-label.ts';
import { checkScope } from '../check-scope.ts';
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
      if (problem !== undefined) report({ code: problem.code, values: { port: field, ...problem.values }, field });
      else if (resolved.ok && resolved.type.kind === 'artifact' && resolved.freedom !== 'anything') {
        report({ code: 'artifact-in-setting', values: { given: typeLabel(resolved.type) }, field });
      }
    }
  }
}
