import type { JsonObject, JsonValue } from '../../model/json.ts';
import { artifactLocation } from '../facts/run-fact.ts';
import type { TaskJob } from '../schedule/run-action.ts';
import { artifactJson } from './executor-input.ts';
import { formatValue } from './format-value.ts';
import type { TaskPlaces } from './task-places.ts';

/** Everything a placeholder can ask for. */
export interface PlaceholderContext {
  readonly job: TaskJob;
  readonly places: TaskPlaces;
  readonly executorInput: JsonObject;
}

const PLACEHOLDER = /\{\{\$(?:\.([^{}]*))?\}\}/g;
const PART = /^(inputs|outputs)\.(parameters|artifacts)\['([^']+)'\](?:\.(.+))?$/;
const METADATA = /^metadata\['([^']+)'\]$/;

/**
 * Replaces every `{{$…}}` of a text once. What asks for something that is not there becomes `null`, as in `kfp.local`;
 * a placeholder of no known form stays as it is.
 */
export function replacePlaceholders(text: string, context: PlaceholderContext): string {
  return text.replace(PLACEHOLDER, (whole, path: string | undefined) => {
    if (path === undefined) return JSON.stringify(context.executorInput);
    return jobPlaceholder(path, context) ?? portPlaceholder(path, context) ?? whole;
  });
}

function jobPlaceholder(path: string, { places }: PlaceholderContext): string | undefined {
  switch (path) {
    case 'outputs.output_file':
    case 'outputMetadataUri':
      return places.executorOutputFile;
    case 'pipeline_job_name':
    case 'pipeline_job_resource_name':
      return places.jobName;
    case 'pipeline_job_uuid':
      return places.jobId;
    case 'pipeline_task_name':
      return places.taskName;
    case 'pipeline_task_uuid':
      return places.taskId;
    case 'pipeline_root':
      return places.pipelineRoot;
    case 'pipeline_job_create_time_utc':
    case 'pipeline_job_schedule_time_utc':
      return places.createTime;
    case 'workspace_path':
      return places.workspacePath;
    default:
      return undefined;
  }
}

function portPlaceholder(path: string, context: PlaceholderContext): string | undefined {
  const match = PART.exec(path);
  if (match === null) return undefined;
  const [, side, kind, name = '', field] = match;
  if (kind === 'parameters') {
    return side === 'inputs' ? inputParameter(name, context) : context.places.outputPath(name);
  }
  return side === 'inputs' ? inputArtifact(name, field, context) : outputArtifact(name, field, context);
}

function inputParameter(name: string, { job }: PlaceholderContext): string {
  const value = job.inputs.parameters[name];
  return value === undefined ? 'null' : formatValue(value);
}

function inputArtifact(name: string, field: string | undefined, { job }: PlaceholderContext): string {
  const list = job.inputs.artifacts[name];
  const [artifact] = list ?? [];
  if (artifact === undefined) return 'null';
  if (field === undefined)
    return JSON.stringify(isArtifactList(job, name) ? list?.map(artifactJson) : artifactJson(artifact));
  switch (field) {
    case 'uri':
    case 'path':
      return artifactLocation(artifact);
    case 'name':
      return artifact.name;
    default:
      return metadataText(field, artifact.metadata);
  }
}

/** KFP backend: an artifact without a field is its JSON, a list of artifacts the JSON of all of them. */
function isArtifactList({ component }: TaskJob, name: string): boolean {
  return component.inputDefinitions?.artifacts?.[name]?.isArtifactList === true;
}

function metadataText(field: string | undefined, metadata: { readonly [key: string]: JsonValue }): string {
  if (field === 'metadata') return JSON.stringify(metadata);
  const value = metadata[METADATA.exec(field ?? '')?.[1] ?? ''];
  return value === undefined ? 'null' : formatValue(value);
}

function outputArtifact(name: string, field: string | undefined, { places }: PlaceholderContext): string {
  if (field === 'uri' || field === 'path') return places.outputPath(name);
  return field === 'name' ? name : 'null';
}
