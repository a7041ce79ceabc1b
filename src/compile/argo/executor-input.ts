import type { InputPort, OutputPort } from '../../catalog/component-description.ts';
import type { Argument, Reference } from '../../model/argument.ts';
import type { ArtifactPortType, ParameterType } from '../../model/port-type.ts';
import { isReference } from '../../model/references.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { type CommandContext, inputText, OUTPUT_FILE } from './input-text.ts';
import { argumentText, parameterInput, type TaskInputs } from './task-inputs.ts';

/**
 * The message that a component written with the SDK gets in place of `{{$}}`. KFP proto: ExecutorInput, with paths in
 * place of addresses, as `kfp.local` writes it. Argo fills in the values, each in the JSON form of its type.
 */
export function executorInputText(context: CommandContext): string {
  const { inputs, outputs } = context.description;
  const given = inputs.filter(
    ({ id, default: value }) => context.task.arguments[id] !== undefined || value !== undefined,
  );
  const parameters = given.flatMap((port) => parameterEntry(context, port));
  const artifacts = given.flatMap((port) => artifactEntry(context, port));
  const outParameters = outputs
    .filter(({ type }) => type.kind === 'parameter')
    .map((port) => {
      return `${JSON.stringify(port.id)}: {"outputFile": ${JSON.stringify(context.outputPaths.get(port.id))}}`;
    });
  const outArtifacts = outputs.flatMap((port) => outputArtifact(context, port));
  const before = `{"parameterValues": {${parameters.join(', ')}}, "artifacts": {${artifacts.join(', ')}}}`;
  const after = [
    `"parameters": {${outParameters.join(', ')}}`,
    `"artifacts": {${outArtifacts.join(', ')}}`,
    `"outputFile": ${JSON.stringify(OUTPUT_FILE)}`,
  ];
  return `{"inputs": ${before}, "outputs": {${after.join(', ')}}}`;
}

function parameterEntry(context: CommandContext, port: InputPort): readonly string[] {
  if (port.type.kind !== 'parameter') return [];
  const { parameterType } = port.type;
  const argument = context.task.arguments[port.id] ?? { kind: 'value' as const, value: port.default ?? null };
  const value =
    parameterType === 'TASK_FINAL_STATUS'
      ? inputText(context, port)
      : valueJson(context.inputs, argument, parameterType);
  return [`${JSON.stringify(port.id)}: ${value}`];
}

function valueJson(inputs: TaskInputs, argument: Argument, type: ParameterType): string {
  if (argument.kind === 'value') return JSON.stringify(plainValue(argument.value));
  if (argument.kind === 'text') return textJson(inputs, argument.parts);
  if (argument.kind === 'template') return argumentText(inputs, argument, type);
  if (type === 'STRING') return textJson(inputs, [argument]);
  const name = parameterInput(inputs, argument);
  return type === 'BOOLEAN' ? `{{=lower(inputs.parameters['${name}'])}}` : `{{inputs.parameters.${name}}}`;
}

/** A text in quotes: only Argo can escape what it fills in. */
function textJson(inputs: TaskInputs, parts: readonly (string | Reference)[]): string {
  const terms = parts.map((part) =>
    typeof part === 'string' ? expressionText(part) : `inputs.parameters['${parameterInput(inputs, part)}']`,
  );
  return terms.length === 0 ? '""' : `{{=toJson(${terms.join(' + ')})}}`;
}

function expressionText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

function plainValue(value: YamlTree): YamlTree {
  if (typeof value !== 'object' || value === null) return value;
  if (isPythonFloat(value)) return value.pythonFloat;
  if (Array.isArray(value)) return value.map(plainValue);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item as YamlTree)]));
}

function artifactEntry(context: CommandContext, port: InputPort): readonly string[] {
  if (port.type.kind !== 'artifact' || !isReference(context.task.arguments[port.id])) return [];
  return [`${JSON.stringify(port.id)}: ${artifactJson(port.id, port.type, inputText(context, port))}`];
}

function outputArtifact(context: CommandContext, port: OutputPort): readonly string[] {
  if (port.type.kind !== 'artifact') return [];
  return [`${JSON.stringify(port.id)}: ${artifactJson(port.id, port.type, context.outputPaths.get(port.id) ?? '')}`];
}

function artifactJson(name: string, type: ArtifactPortType, uri: string): string {
  const { schemaTitle, schemaVersion } = type;
  const fields = `"type": ${JSON.stringify({ schemaTitle, schemaVersion })}, "uri": ${JSON.stringify(uri)}`;
  return `{"artifacts": [{"name": ${JSON.stringify(name)}, ${fields}, "metadata": {}}]}`;
}
