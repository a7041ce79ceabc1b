import type { ParameterType } from '../../model/port-type.ts';
import { compareCodePoints } from '../../yaml/compare-code-points.ts';
import { pythonStr } from '../../yaml/python-text.ts';
import type {
  ArtifactDefinition,
  InputDefinitions,
  OutputDefinitions,
  ParameterDefinition,
  PipelineSpec,
} from './ir.ts';

/** KFP SDK: `IR_TYPE_TO_COMMENT_TYPE_STRING`. */
const COMMENT_TYPES: { readonly [Type in ParameterType]: string } = {
  STRING: 'str',
  NUMBER_INTEGER: 'int',
  NUMBER_DOUBLE: 'float',
  LIST: 'list',
  STRUCT: 'dict',
  BOOLEAN: 'bool',
  TASK_FINAL_STATUS: 'PipelineTaskFinalStatus',
  TASK_CONFIG: 'TaskConfig',
};

const CONTINUATION = '\n#              ';

/** The comment above a compiled pipeline. KFP SDK: `extract_comments_from_pipeline_spec`. */
export function writeHeader({ pipelineInfo, root }: PipelineSpec): string {
  const { name, description } = pipelineInfo;
  const lines = ['# PIPELINE DEFINITION', `# Name: ${name}`];
  if (description !== undefined) lines.push(`# Description: ${splitLines(description).join(CONTINUATION)}`);
  lines.push(...writePorts('# Inputs:', root.inputDefinitions), ...writePorts('# Outputs:', root.outputDefinitions));
  return `${lines.join('\n')}\n`;
}

function writePorts(heading: string, definitions: InputDefinitions | OutputDefinitions | undefined): readonly string[] {
  if (definitions === undefined) return [];
  const ports = [
    ...Object.entries(definitions.parameters ?? {}).map(
      ([name, definition]) => [name, describeParameter(definition)] as const,
    ),
    ...Object.entries(definitions.artifacts ?? {}).map(
      ([name, definition]) => [name, describeArtifact(definition)] as const,
    ),
  ].sort(([left], [right]) => compareCodePoints(left, right));
  return [heading, ...ports.map(([name, text]) => `#    ${name}: ${text}`)];
}

function describeParameter({ parameterType, defaultValue }: ParameterDefinition): string {
  const type = COMMENT_TYPES[parameterType];
  if (defaultValue === undefined) return type;
  // KFP SDK: a line break in it ends the comment and breaks the file.
  const text = typeof defaultValue === 'string' ? `'${splitLines(defaultValue).join(' ')}'` : pythonStr(defaultValue);
  return `${type} [Default: ${text}]`;
}

function describeArtifact({ artifactType }: ArtifactDefinition): string {
  return artifactType.schemaTitle ?? '';
}

/** Where Python's `str.splitlines` ends a line, beside the usual line ends. */
const LINE_ENDS = ['\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029'];

/** Python: `str.splitlines`. */
function splitLines(text: string): readonly string[] {
  const plain = LINE_ENDS.reduce((current, end) => current.replaceAll(end, '\n'), text.replaceAll('\r\n', '\n'));
  const lines = plain.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
