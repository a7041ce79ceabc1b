import type { ComponentSpec, DagOutputs, TaskInputs } from '../../compile/kfp/ir.ts';

/** Every input of a lone component is the pipeline's input of the same name. */
export function componentWiring(definitions: ComponentSpec['inputDefinitions']): TaskInputs | undefined {
  const parameters = Object.keys(definitions?.parameters ?? {});
  const artifacts = Object.keys(definitions?.artifacts ?? {});
  if (parameters.length + artifacts.length === 0) return undefined;
  return {
    ...section('artifacts', artifacts, (name) => ({ componentInputArtifact: name })),
    ...section('parameters', parameters, (name) => ({ componentInputParameter: name })),
  };
}

/** Every output of a lone component is an output of the pipeline. */
export function componentOutputs(
  task: string,
  definitions: ComponentSpec['outputDefinitions'],
): DagOutputs | undefined {
  const parameters = Object.keys(definitions?.parameters ?? {});
  const artifacts = Object.keys(definitions?.artifacts ?? {});
  if (parameters.length + artifacts.length === 0) return undefined;
  return {
    ...section('artifacts', artifacts, (name) => ({
      artifactSelectors: [{ outputArtifactKey: name, producerSubtask: task }],
    })),
    ...section('parameters', parameters, (name) => ({
      valueFromParameter: { outputParameterKey: name, producerSubtask: task },
    })),
  };
}

function section<Key extends string, Value>(
  key: Key,
  names: readonly string[],
  make: (name: string) => Value,
): { readonly [K in Key]?: { readonly [name: string]: Value } } {
  if (names.length === 0) return {};
  const entries = Object.fromEntries(names.map((name) => [name, make(name)]));
  return { [key]: entries } as { readonly [K in Key]?: { readonly [name: string]: Value } };
}
