import { pipelineRecord } from '../../model/lookups.ts';
import type { TargetContext } from './target-rule.ts';

/** Kubernetes: the fields of `PersistentVolumeClaimSpec`. */
const CLAIM_FIELDS: ReadonlySet<string> = new Set([
  'accessModes',
  'dataSource',
  'dataSourceRef',
  'resources',
  'selector',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
  'volumeName',
]);

/** KFP backend: unknown fields of the patch are refused when a run is created. */
export function checkWorkspacePatch({ document, report }: TargetContext): void {
  const patch = pipelineRecord(document, document.root).platform?.workspace?.pvcSpecPatch ?? {};
  for (const name of Object.keys(patch)) {
    if (CLAIM_FIELDS.has(name)) continue;
    report({ code: 'workspace-patch-unknown', values: { name }, field: 'platform.workspace.pvcSpecPatch' });
  }
}
