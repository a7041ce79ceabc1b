import type { JsonObject, JsonValue } from '../../model/json.ts';
import { artifactLocation, type RuntimeArtifact } from '../facts/run-fact.ts';
import type { TaskJob } from '../schedule/run-action.ts';
import type { TaskPlaces } from './task-places.ts';

/** The message a component's program gets. KFP proto: ExecutorInput, as `kfp.local` writes it. */
export function buildExecutorInput(job: TaskJob, places: TaskPlaces): JsonObject {
  return {
    inputs: { parameterValues: inputValues(job), artifacts: inputArtifacts(job) },
    outputs: {
      parameters: outputParameters(job, places),
      artifacts: outputArtifacts(job, places),
      outputFile: places.executorOutputFile,
    },
  };
}

function inputValues(job: TaskJob): JsonObject {
  const values: Record<string, JsonValue> = {};
  const definitions = job.component.inputDefinitions?.parameters ?? {};
  for (const [name, value] of Object.entries(job.inputs.parameters)) {
    if (definitions[name] !== undefined) values[name] = value;
  }
  return values;
}

function inputArtifacts(job: TaskJob): JsonObject {
  const artifacts: Record<string, JsonValue> = {};
  for (const [name, list] of Object.entries(job.inputs.artifacts)) {
    artifacts[name] = { artifacts: list.map(artifactJson) };
  }
  return artifacts;
}

/** KFP SDK: a program opens what `uri` says, so this is where the content is on this machine. */
export function artifactJson(artifact: RuntimeArtifact): JsonObject {
  const { name, schemaTitle, schemaVersion, metadata } = artifact;
  return { name, uri: artifactLocation(artifact), type: { schemaTitle, schemaVersion }, metadata };
}

function outputParameters(job: TaskJob, places: TaskPlaces): JsonObject {
  const names = Object.keys(job.component.outputDefinitions?.parameters ?? {});
  return Object.fromEntries(names.map((name) => [name, { outputFile: places.outputPath(name) }]));
}

function outputArtifacts(job: TaskJob, places: TaskPlaces): JsonObject {
  const artifacts: Record<string, JsonValue> = {};
  for (const [name, definition] of Object.entries(job.component.outputDefinitions?.artifacts ?? {})) {
    const { schemaTitle = 'system.Artifact', schemaVersion = '0.0.1' } = definition.artifactType;
    const uri = places.outputPath(name);
    artifacts[name] = { artifacts: [{ name, uri, type: { schemaTitle, schemaVersion }, metadata: {} }] };
  }
  return artifacts;
}
