import type { ParameterType, PortType } from './port-type.ts';

/** KFP SDK: the in-memory names of the parameter types (`type_utils`), used as labels and in the pipeline file. */
const PARAMETER_LABELS: { readonly [Type in ParameterType]: string } = {
  STRING: 'String',
  NUMBER_INTEGER: 'Integer',
  NUMBER_DOUBLE: 'Float',
  BOOLEAN: 'Boolean',
  LIST: 'List',
  STRUCT: 'Dict',
  TASK_FINAL_STATUS: 'PipelineTaskFinalStatus',
  TASK_CONFIG: 'TaskConfig',
};

const PARAMETER_TYPES: ReadonlyMap<string, ParameterType> = new Map(
  Object.entries(PARAMETER_LABELS).map(([type, label]) => [label, type as ParameterType]),
);

/** KFP SDK: the artifact classes whose bare name stands for `system.<name>`. */
export const SYSTEM_ARTIFACT_NAMES: readonly string[] = [
  'Artifact',
  'Model',
  'Dataset',
  'Metrics',
  'ClassificationMetrics',
  'SlicedClassificationMetrics',
  'HTML',
  'Markdown',
];

/** KFP SDK: the schema version every bundled artifact type has. */
export const DEFAULT_SCHEMA_VERSION = '0.0.1';

/**
 * The short label of a port type: `String`, `Dataset`, `List[Dataset]`, `google.VertexModel@0.0.1`.
 * The pipeline file uses it too; `parseTypeLabel` is its inverse.
 */
export function typeLabel(type: PortType): string {
  if (type.kind === 'parameter') return PARAMETER_LABELS[type.parameterType];
  const label = artifactLabel(type.schemaTitle, type.schemaVersion);
  return type.isList ? `List[${label}]` : label;
}

/** Reads a label that `typeLabel` wrote. Anything else gives `undefined`. */
export function parseTypeLabel(label: string): PortType | undefined {
  const parameterType = PARAMETER_TYPES.get(label);
  if (parameterType !== undefined) return { kind: 'parameter', parameterType };
  const element = /^List\[(.*)\]$/s.exec(label)?.[1];
  return element === undefined ? parseArtifactLabel(label, false) : parseArtifactLabel(element, true);
}

function artifactLabel(title: string, version: string): string {
  const name = title.startsWith('system.') ? title.slice('system.'.length) : '';
  if (version === DEFAULT_SCHEMA_VERSION && SYSTEM_ARTIFACT_NAMES.includes(name)) return name;
  return `${title}@${version}`;
}

function parseArtifactLabel(label: string, isList: boolean): PortType | undefined {
  if (SYSTEM_ARTIFACT_NAMES.includes(label)) {
    return { kind: 'artifact', schemaTitle: `system.${label}`, schemaVersion: DEFAULT_SCHEMA_VERSION, isList };
  }
  const at = label.lastIndexOf('@');
  if (at < 1) return undefined;
  return { kind: 'artifact', schemaTitle: label.slice(0, at), schemaVersion: label.slice(at + 1), isList };
}
