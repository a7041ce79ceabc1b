import { referencesOf } from '../../model/references.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { TaskContext } from '../rule.ts';
import { isArtifactType } from './artifact-type.ts';
import { checkSettingReference } from './setting-references.ts';

/** KFP SDK: `dsl.importer`: its artifact type, and what its metadata refers to. */
export function checkImporter(context: TaskContext): void {
  const { target } = context.task;
  if (target.kind !== 'importer') return;
  if (!isArtifactType(target.artifactType)) {
    const values = { name: context.task.name, given: typeLabel(target.artifactType) };
    context.report({ code: 'artifact-type-invalid', values, field: 'target.artifactType' });
  }
  const { metadata } = target;
  if (metadata === undefined) return;
  for (const reference of referencesOf(metadata)) checkSettingReference(context, 'target.metadata', reference);
}
