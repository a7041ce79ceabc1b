import type { ComponentDescription, InputPort, OutputPort } from '../../src/catalog/component-description.ts';
import type { JsonValue } from '../../src/model/json.ts';

type Json = { [key: string]: JsonValue };

/** A description as the SDK writes it: the component's definitions. Written apart from the compiler, to check it. */
export function toIrDefinitions(description: ComponentDescription): Json {
  return {
    ...section('inputDefinitions', description.inputs.map(inputDefinition)),
    ...section(
      'outputDefinitions',
      description.outputs.map((port) => [port, definition(port)] as const),
    ),
  };
}

/** A description as the SDK writes it: the executor's container. */
export function toIrContainer(description: ComponentDescription): Json {
  const { implementation } = description;
  if (implementation.kind !== 'container') throw new Error('not a container');
  const { image, command, args, env } = implementation;
  return {
    ...(image === '' ? {} : { image }),
    ...(command.length > 0 ? { command: [...command] } : {}),
    ...(args.length > 0 ? { args: [...args] } : {}),
    ...(env.length > 0 ? { env: env.map(({ name, value }) => ({ name, value })) } : {}),
  };
}

function section(name: string, ports: readonly (readonly [InputPort | OutputPort, Json])[]): Json {
  const ofKind = (kind: string): Json =>
    Object.fromEntries(ports.filter(([port]) => port.type.kind === kind).map(([port, json]) => [port.id, json]));
  const parameters = ofKind('parameter');
  const artifacts = ofKind('artifact');
  const kinds = {
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(Object.keys(artifacts).length > 0 ? { artifacts } : {}),
  };
  return Object.keys(kinds).length > 0 ? { [name]: kinds } : {};
}

function inputDefinition(port: InputPort): readonly [InputPort, Json] {
  const json = definition(port);
  if (port.default !== undefined) json.defaultValue = port.default;
  if (port.optional) json.isOptional = true;
  return [port, json];
}

function definition(port: InputPort | OutputPort): Json {
  if (port.type.kind === 'parameter') return { parameterType: port.type.parameterType };
  const { schemaTitle, schemaVersion, isList } = port.type;
  return { artifactType: { schemaTitle, schemaVersion }, ...(isList ? { isArtifactList: true } : {}) };
}
