import type { PortType } from '../../model/port-type.ts';

/** KFP SDK: `validate_bundled_artifact_type`. */
const TITLE = /^(system|google)\.[^.]+$/;
const VERSION = /^\d+\.\d+\.\d+$/;

/** Whether KFP takes an artifact type: `system.` or `google.` and a name, with a version of three parts. */
export function isArtifactType(type: PortType): boolean {
  return type.kind === 'parameter' || (TITLE.test(type.schemaTitle) && VERSION.test(type.schemaVersion));
}
