import type { InputPort, OutputPort } from '../../catalog/component-description.ts';
import type { ArtifactPortType } from '../../model/port-type.ts';
import type {
  ArtifactDefinition,
  ComponentSpec,
  InputDefinitions,
  OutputDefinitions,
  ParameterDefinition,
} from './ir.ts';
import { structValue } from './struct-value.ts';

/** Whether port descriptions are written. KFP SDK: those of v1 components are dropped. */
export interface DefinitionOptions {
  readonly descriptions: boolean;
}

/** `inputDefinitions` and `outputDefinitions` of a component; each is left out when it has no port. */
export function emitDefinitions(
  inputs: readonly InputPort[],
  outputs: readonly OutputPort[],
  options: DefinitionOptions,
): Pick<ComponentSpec, 'inputDefinitions' | 'outputDefinitions'> {
  return {
    ...(inputs.length === 0 ? {} : { inputDefinitions: emitInputs(inputs, options) }),
    ...(outputs.length === 0 ? {} : { outputDefinitions: emitOutputs(outputs, options) }),
  };
}

function emitInputs(inputs: readonly InputPort[], options: DefinitionOptions): InputDefinitions {
  const parameters: { [name: string]: ParameterDefinition } = {};
  const artifacts: { [name: string]: ArtifactDefinition } = {};
  for (const input of inputs) {
    const common = { ...(input.optional ? { isOptional: true } : {}), ...descriptionOf(input, options) };
    if (input.type.kind === 'artifact') artifacts[input.id] = { ...artifactDefinition(input.type), ...common };
    else {
      const defaultValue = input.default === undefined ? {} : { defaultValue: structValue(input.default) };
      parameters[input.id] = { ...defaultValue, ...common, parameterType: input.type.parameterType };
    }
  }
  return presentSections(parameters, artifacts);
}

function emitOutputs(outputs: readonly OutputPort[], options: DefinitionOptions): OutputDefinitions {
  const parameters: { [name: string]: ParameterDefinition } = {};
  const artifacts: { [name: string]: ArtifactDefinition } = {};
  for (const output of outputs) {
    const description = descriptionOf(output, options);
    if (output.type.kind === 'artifact') artifacts[output.id] = { ...artifactDefinition(output.type), ...description };
    else parameters[output.id] = { ...description, parameterType: output.type.parameterType };
  }
  return presentSections(parameters, artifacts);
}

function artifactDefinition({ schemaTitle, schemaVersion, isList }: ArtifactPortType): ArtifactDefinition {
  return { artifactType: { schemaTitle, schemaVersion }, ...(isList ? { isArtifactList: true } : {}) };
}

function descriptionOf(port: InputPort | OutputPort, options: DefinitionOptions): { readonly description?: string } {
  const { description } = port;
  return options.descriptions && description !== undefined && description !== '' ? { description } : {};
}

function presentSections<Parameters extends object, Artifacts extends object>(
  parameters: Parameters,
  artifacts: Artifacts,
): { readonly parameters?: Parameters; readonly artifacts?: Artifacts } {
  return {
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(Object.keys(artifacts).length === 0 ? {} : { artifacts }),
  };
}
