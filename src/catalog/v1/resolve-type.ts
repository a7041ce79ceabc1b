import type { ParameterType, PortType } from '../../model/port-type.ts';
import { DEFAULT_SCHEMA_VERSION, SYSTEM_ARTIFACT_NAMES } from '../../model/type-label.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { isTreeMap } from '../tree.ts';

/** KFP SDK: `type_utils.PARAMETER_TYPES_MAPPING`, by lower-cased name. */
const PARAMETER_TYPES: ReadonlyMap<string, ParameterType> = new Map([
  ['string', 'STRING'],
  ['str', 'STRING'],
  ['text', 'STRING'],
  ['integer', 'NUMBER_INTEGER'],
  ['int', 'NUMBER_INTEGER'],
  ['float', 'NUMBER_DOUBLE'],
  ['double', 'NUMBER_DOUBLE'],
  ['bool', 'BOOLEAN'],
  ['boolean', 'BOOLEAN'],
  ['list', 'LIST'],
  ['jsonarray', 'LIST'],
  ['dict', 'STRUCT'],
  ['jsonobject', 'STRUCT'],
]);

const FINAL_STATUS = 'PipelineTaskFinalStatus';

/** KFP SDK: `_GOOGLE_TYPES_PATTERN` with Python's `re.match`: the dot is any character, a last line feed is let pass. */
const GOOGLE_TYPE = /^google.[A-Za-z]+\n?$/;

/** KFP SDK: the artifact classes, by lower-cased name. */
const SYSTEM_ARTIFACTS: ReadonlyMap<string, string> = new Map(
  SYSTEM_ARTIFACT_NAMES.map((name) => [name.toLowerCase(), `system.${name}`]),
);

/** The parameter type that a bare name stands for, whatever its case. */
export function parameterTypeByName(name: string): ParameterType | undefined {
  return PARAMETER_TYPES.get(name.toLowerCase());
}

/**
 * The port type of a v1 `type`, decided by its name only, never by its use; undefined for a Google type that KFP
 * refuses (`googleXFoo`). KFP SDK: `ComponentSpec.from_v1_component_spec`.
 */
export function resolveV1Type(type: YamlTree | undefined, side: 'input' | 'output'): PortType | undefined {
  if (typeof type !== 'string') return systemArtifact('system.Artifact');
  const name = stripGenericArguments(type);
  if (side === 'input' && name === FINAL_STATUS) return { kind: 'parameter', parameterType: 'TASK_FINAL_STATUS' };
  const parameterType = parameterTypeByName(name);
  if (parameterType !== undefined) return { kind: 'parameter', parameterType };
  if (GOOGLE_TYPE.test(name)) return name.startsWith('google.') ? systemArtifact(name) : undefined;
  return systemArtifact(SYSTEM_ARTIFACTS.get(name.toLowerCase()) ?? 'system.Artifact');
}

/**
 * Whether `outputPath` of an output becomes a parameter's file: by the first word of the type, or the first key of a
 * map. That can differ from `resolveV1Type`. KFP SDK: `type_utils.is_parameter_type`.
 */
export function isParameterByShortName(type: YamlTree | undefined): boolean {
  const name = typeof type === 'string' ? shortTypeName(type) : isTreeMap(type) ? Object.keys(type)[0] : undefined;
  if (name === undefined) return false;
  return parameterTypeByName(name) !== undefined || name === FINAL_STATUS || name === 'TaskConfig';
}

/** The type as its author wrote it, short enough for people. A structured type is shown by its name. */
export function declaredTypeText(type: YamlTree | undefined): string | undefined {
  if (typeof type === 'string') return type;
  return isTreeMap(type) ? Object.keys(type)[0] : undefined;
}

/** KFP SDK: `get_canonical_name_for_outer_generic`; `listing` stays as it is, `Listing[x]` does not. */
function stripGenericArguments(type: string): string {
  const name = type.startsWith('typing.') ? type.slice('typing.'.length) : type;
  const lower = name.toLowerCase();
  if (!lower.startsWith('list') && !lower.startsWith('dict')) return name;
  return name.split('[')[0] ?? name;
}

/** KFP SDK: `type_annotations.get_short_type_name`. */
function shortTypeName(type: string): string {
  return /^(?:typing\.)?([\p{L}\p{N}_]+)/u.exec(type)?.[1] ?? type;
}

function systemArtifact(schemaTitle: string): PortType {
  return { kind: 'artifact', schemaTitle, schemaVersion: DEFAULT_SCHEMA_VERSION, isList: false };
}
