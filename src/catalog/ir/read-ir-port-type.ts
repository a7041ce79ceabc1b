import type { ParameterType, PortType } from '../../model/port-type.ts';
import { failure, type Result, success } from '../../model/result.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { entryOf } from '../tree.ts';

/** Why a definition has no type that KFP understands. */
export interface PortTypeProblem {
  readonly code: 'ir-unknown-type' | 'ir-artifact-type';
  readonly type: string;
}

const PARAMETER_TYPES: ReadonlySet<string> = new Set<ParameterType>([
  'STRING',
  'NUMBER_INTEGER',
  'NUMBER_DOUBLE',
  'BOOLEAN',
  'LIST',
  'STRUCT',
  'TASK_FINAL_STATUS',
  'TASK_CONFIG',
]);

/**
 * Reads the type of one input or output definition of the IR. Only `parameterType` and `artifactType` with a schema
 * title are understood. KFP SDK: `InputSpec.from_ir_component_inputs_dict`, `validate_bundled_artifact_type`.
 */
export function readIrPortType(definition: YamlTree): Result<PortType, PortTypeProblem> {
  const parameterType = entryOf(definition, 'parameterType');
  if (parameterType !== undefined) {
    return typeof parameterType === 'string' && PARAMETER_TYPES.has(parameterType)
      ? success({ kind: 'parameter', parameterType: parameterType as ParameterType })
      : failure({ code: 'ir-unknown-type', type: String(parameterType) });
  }
  const artifactType = entryOf(definition, 'artifactType');
  const title = entryOf(artifactType, 'schemaTitle');
  const version = entryOf(artifactType, 'schemaVersion');
  if (typeof title !== 'string' || typeof version !== 'string') return failure({ code: 'ir-artifact-type', type: '' });
  if (!isBundledType(title, version)) return failure({ code: 'ir-artifact-type', type: `${title}@${version}` });
  const isList = entryOf(definition, 'isArtifactList') === true;
  return success({ kind: 'artifact', schemaTitle: title, schemaVersion: version, isList });
}

function isBundledType(title: string, version: string): boolean {
  return /^(?:system|google)\.[^.@]*$/.test(title) && /^[^.@]*\.[^.@]*\.[^.@]*$/.test(version);
}
