/** Parameter types of the KFP v2 IR (`parameterType`). KFP proto: ParameterType.ParameterTypeEnum. */
export type ParameterType =
  | 'STRING'
  | 'NUMBER_INTEGER'
  | 'NUMBER_DOUBLE'
  | 'BOOLEAN'
  | 'LIST'
  | 'STRUCT'
  | 'TASK_FINAL_STATUS'
  | 'TASK_CONFIG';

/** What flows through a port: a parameter (a value) or an artifact (a file with a schema). */
export type PortType = ParameterPortType | ArtifactPortType;

export interface ParameterPortType {
  readonly kind: 'parameter';
  readonly parameterType: ParameterType;
}

export interface ArtifactPortType {
  readonly kind: 'artifact';
  /** For example `system.Dataset`. */
  readonly schemaTitle: string;
  readonly schemaVersion: string;
  /** A list of artifacts (collected outputs, list inputs). */
  readonly isList: boolean;
}
