import type { PlannedOutput } from '../plan/plan.ts';
import type { TaskOutputBinding } from '../plan/scope.ts';
import type { DagOutputs } from './ir.ts';

type ParameterOutput = NonNullable<DagOutputs['parameters']>[string];
type ArtifactOutput = NonNullable<DagOutputs['artifacts']>[string];

/** `outputs` of a DAG; nothing where it has none. KFP SDK: `_build_dag_outputs`, `build_oneof_dag_outputs`. */
export function emitOutputs(outputs: readonly PlannedOutput[]): DagOutputs | undefined {
  if (outputs.length === 0) return undefined;
  const parameters: { [name: string]: ParameterOutput } = {};
  const artifacts: { [name: string]: ArtifactOutput } = {};
  for (const output of outputs) {
    if (output.port.type.kind === 'parameter') parameters[output.port.id] = parameterOutput(output);
    else artifacts[output.port.id] = { artifactSelectors: output.sources.map(artifactSelector) };
  }
  return {
    ...(Object.keys(artifacts).length === 0 ? {} : { artifacts }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  };
}

function parameterOutput({ sources, isOneOf }: PlannedOutput): ParameterOutput {
  const selectors = sources.map(({ task, output }) => ({ outputParameterKey: output, producerSubtask: task }));
  const [first] = selectors;
  if (isOneOf || first === undefined) return { valueFromOneof: { parameterSelectors: selectors } };
  return { valueFromParameter: first };
}

function artifactSelector({ task, output }: TaskOutputBinding): ArtifactOutput['artifactSelectors'][number] {
  return { outputArtifactKey: output, producerSubtask: task };
}
