import type { ArtifactPortType, ParameterType, PortType } from '../../model/port-type.ts';

/** KFP SDK: the names of parameter types in component files. */
const PARAMETER_NAMES: Readonly<Record<ParameterType, string>> = {
  STRING: 'String',
  NUMBER_INTEGER: 'Integer',
  NUMBER_DOUBLE: 'Float',
  BOOLEAN: 'Boolean',
  LIST: 'List',
  STRUCT: 'Dict',
  TASK_FINAL_STATUS: 'PipelineTaskFinalStatus',
  TASK_CONFIG: 'TaskConfig',
};

const SYSTEM_VERSION = '0.0.1';

/** KFP SDK: artifact types that are written without `system.`. */
const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  'Artifact',
  'Model',
  'Dataset',
  'Metrics',
  'ClassificationMetrics',
  'SlicedClassificationMetrics',
  'HTML',
  'Markdown',
]);

/** The names a parameter type may have in a file, with the type each stands for. */
export const PARAMETER_TYPES: ReadonlyMap<string, ParameterType> = new Map(
  Object.entries(PARAMETER_NAMES).map(([type, name]) => [name, type as ParameterType]),
);

/** A type as the file writes it: `Integer`, `Dataset`, `List[Model]`, `google.VertexModel@0.0.1`. */
export function typeText(type: PortType): string {
  if (type.kind === 'parameter') return PARAMETER_NAMES[type.parameterType];
  const name = artifactText(type);
  return type.isList ? `List[${name}]` : name;
}

function artifactText(type: ArtifactPortType): string {
  const short = type.schemaTitle.replace(/^system\./, '');
  const isShort = type.schemaTitle.startsWith('system.') && SYSTEM_NAMES.has(short);
  return isShort && type.schemaVersion === SYSTEM_VERSION ? short : `${type.schemaTitle}@${type.schemaVersion}`;
}

/** Reads a type; `undefined` where the text names none. */
export function parseType(text: string): PortType | undefined {
  const parameterType = PARAMETER_TYPES.get(text);
  if (parameterType !== undefined) return { kind: 'parameter', parameterType };
  const inner = /^List\[(.*)\]$/s.exec(text)?.[1];
  return inner === undefined ? parseArtifact(text, false) : parseArtifact(inner, true);
}

function parseArtifact(text: string, isList: boolean): ArtifactPortType | undefined {
  const at = text.lastIndexOf('@');
  if (at >= 0) {
    return { kind: 'artifact', schemaTitle: text.slice(0, at), schemaVersion: text.slice(at + 1), isList };
  }
  const known = SYSTEM_NAMES.has(text) ? `system.${text}` : text;
  if (!/^(?:system|google)\.[A-Za-z]+$/.test(known)) return undefined;
  return { kind: 'artifact', schemaTitle: known, schemaVersion: SYSTEM_VERSION, isList };
}
