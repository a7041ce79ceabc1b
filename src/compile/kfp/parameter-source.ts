import type { Binding } from '../plan/scope.ts';
import type { InputArtifactSpec, InputParameterSpec } from './ir.ts';
import type { Fields } from './present-fields.ts';

/** Where a parameter comes from, in the form of tasks and of the platform document alike. */
export function parameterSource(binding: Binding): InputParameterSpec & Fields {
  if (binding.kind === 'task-output') {
    return { taskOutputParameter: { outputParameterKey: binding.output, producerTask: binding.task } };
  }
  const { input, field } = binding;
  if (field === undefined) return { componentInputParameter: input };
  return { componentInputParameter: input, parameterExpressionSelector: `parseJson(string_value)["${field}"]` };
}

/** Where an artifact comes from. */
export function artifactSource(binding: Binding): InputArtifactSpec {
  return binding.kind === 'component-input'
    ? { componentInputArtifact: binding.input }
    : { taskOutputArtifact: { outputArtifactKey: binding.output, producerTask: binding.task } };
}
