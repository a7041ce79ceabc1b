import type { ConstantValue } from '../model/argument.ts';
import type { ArtifactPortType, ParameterType, PortType } from '../model/port-type.ts';
import { isPythonFloat } from '../yaml/yaml-tree.ts';

/** Why one type cannot go where another is expected. */
export type TypeMismatchCode =
  /** The input is filled by KFP itself (final status, task configuration). */
  | 'input-set-by-kfp'
  | 'parameter-for-artifact'
  | 'artifact-for-parameter'
  | 'parameter-types-differ'
  | 'list-for-single-artifact'
  | 'single-artifact-for-list'
  | 'artifact-types-differ'
  | 'artifact-versions-differ';

/** Why a constant cannot go into a port. */
export type ConstantMismatchCode =
  | 'input-set-by-kfp'
  | 'constant-for-artifact'
  | 'constant-null'
  | 'constant-not-finite'
  | 'constant-not-text'
  | 'constant-not-integer'
  | 'constant-not-number'
  | 'constant-not-boolean'
  | 'constant-not-list'
  | 'constant-not-map';

export interface TypeCheckOptions {
  /** What is given is a loop item or a field of one; KFP lets those of type String pass for anything. */
  readonly givenIsLoopItem?: boolean;
}

/** Whatever it is compared with, it fits. KFP SDK: `artifact_types.Artifact`. */
const ANY_ARTIFACT = 'system.Artifact';

/**
 * Whether a value of one type can be wired into a port of another: undefined when it can, else why not.
 * KFP SDK: `type_utils.verify_type_compatibility`.
 */
export function checkTypes(
  given: PortType,
  expected: PortType,
  options: TypeCheckOptions = {},
): TypeMismatchCode | undefined {
  if (isSetByKfp(expected)) return 'input-set-by-kfp';
  if (options.givenIsLoopItem === true && given.kind === 'parameter' && given.parameterType === 'STRING') {
    return undefined;
  }
  if (given.kind === 'parameter') {
    if (expected.kind === 'artifact') return 'parameter-for-artifact';
    return comparable(given.parameterType) === expected.parameterType ? undefined : 'parameter-types-differ';
  }
  return expected.kind === 'parameter' ? 'artifact-for-parameter' : checkArtifacts(given, expected);
}

function checkArtifacts(given: ArtifactPortType, expected: ArtifactPortType): TypeMismatchCode | undefined {
  if (given.isList !== expected.isList) {
    return given.isList ? 'list-for-single-artifact' : 'single-artifact-for-list';
  }
  if (given.schemaTitle === ANY_ARTIFACT || expected.schemaTitle === ANY_ARTIFACT) return undefined;
  if (given.schemaTitle !== expected.schemaTitle) return 'artifact-types-differ';
  const isSameMajor = majorVersion(given) === majorVersion(expected);
  return isSameMajor ? undefined : 'artifact-versions-differ';
}

function majorVersion(type: ArtifactPortType): string {
  return type.schemaVersion.split('.')[0] ?? '';
}

/** KFP SDK: `get_parameter_type` treats the two special types as dictionaries. */
function comparable(type: ParameterType): ParameterType {
  return type === 'TASK_FINAL_STATUS' || type === 'TASK_CONFIG' ? 'STRUCT' : type;
}

function isSetByKfp(type: PortType): boolean {
  return type.kind === 'parameter' && comparable(type.parameterType) !== type.parameterType;
}

/**
 * Whether a port takes a constant: undefined when it does, else why not. A whole number is good for an Integer and a
 * Float alike, because the IR writes both the same way; a number is never taken for text. KFP SDK: artifacts take none.
 */
export function checkConstant(value: ConstantValue, expected: PortType): ConstantMismatchCode | undefined {
  if (expected.kind === 'artifact') return 'constant-for-artifact';
  if (isSetByKfp(expected)) return 'input-set-by-kfp';
  const plain = isPythonFloat(value) ? value.pythonFloat : value;
  if (plain === null) return 'constant-null';
  if (typeof plain === 'number' && !Number.isFinite(plain)) return 'constant-not-finite';
  return checkPlain(plain, expected.parameterType);
}

function checkPlain(value: ConstantValue, type: ParameterType): ConstantMismatchCode | undefined {
  switch (type) {
    case 'STRING':
      return typeof value === 'string' ? undefined : 'constant-not-text';
    case 'NUMBER_INTEGER':
      return Number.isInteger(value) ? undefined : 'constant-not-integer';
    case 'NUMBER_DOUBLE':
      return typeof value === 'number' ? undefined : 'constant-not-number';
    case 'BOOLEAN':
      return typeof value === 'boolean' ? undefined : 'constant-not-boolean';
    case 'LIST':
      return Array.isArray(value) ? undefined : 'constant-not-list';
    default:
      return typeof value === 'object' && !Array.isArray(value) ? undefined : 'constant-not-map';
  }
}
