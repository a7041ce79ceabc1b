import type { ComponentDescription, InputPort } from '../../catalog/component-description.ts';
import type { TaskRecord } from '../../model/document.ts';
import { isReference } from '../../model/references.ts';
import { constantText } from './constant-text.ts';
import { argumentText, artifactPath, type TaskInputs } from './task-inputs.ts';

/** A task whose command is written: its component, its arguments and where its outputs go. */
export interface CommandContext {
  readonly task: TaskRecord;
  readonly description: ComponentDescription;
  readonly inputs: TaskInputs;
  /** Paths of outputs by the port's id. */
  readonly outputPaths: ReadonlyMap<string, string>;
  /** The group whose end an exit task reports on. */
  readonly watched?: string;
}

/** KFP's placeholders, in commands and in values. */
export const PLACEHOLDER = /\{\{\$(?:\.([^{}]*))?\}\}/g;

/** Where a component written with the SDK leaves its own account of its outputs. */
export const OUTPUT_FILE = '/tmp/outputs/executor_output.json';

/** KFP SDK: `dsl.WORKSPACE_PATH_PLACEHOLDER`. */
export const WORKSPACE_PATH = '/kfp-workspace';

/** Facts of the run that placeholders ask for. */
export const JOB_PLACEHOLDERS: { readonly [path: string]: string } = {
  'outputs.output_file': OUTPUT_FILE,
  outputMetadataUri: OUTPUT_FILE,
  pipeline_job_name: '{{workflow.name}}',
  pipeline_job_resource_name: '{{workflow.name}}',
  pipeline_job_uuid: '{{workflow.uid}}',
  pipeline_task_uuid: '{{pod.name}}',
  pipeline_root: '',
  pipeline_job_create_time_utc: '{{workflow.creationTimestamp.RFC3339}}',
  pipeline_job_schedule_time_utc: '{{workflow.creationTimestamp.RFC3339}}',
  workspace_path: WORKSPACE_PATH,
};

/** A parameter's value or an artifact's path. */
export function inputText(context: CommandContext, port: InputPort): string {
  const { task, inputs } = context;
  const argument = task.arguments[port.id];
  inputs.consumed.add(port.id);
  if (port.type.kind === 'artifact') {
    return isReference(argument) ? artifactPath(inputs, port, argument) : '';
  }
  if (port.type.parameterType === 'TASK_FINAL_STATUS') return finalStatus(context.watched ?? '');
  if (argument !== undefined) return fillJobPlaceholders(argumentText(inputs, argument, port.type.parameterType));
  return port.default === undefined ? '' : constantText(port.default, port.type.parameterType);
}

/** Values may ask for facts of the run too. */
function fillJobPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, (whole, path: string | undefined) => JOB_PLACEHOLDERS[path ?? ''] ?? whole);
}

/** KFP SDK: the fields of `PipelineTaskFinalStatus`. */
function finalStatus(watched: string): string {
  const state = "{{=workflow.status == 'Succeeded' ? 'SUCCEEDED' : 'FAILED'}}";
  const fields = [
    `"state": "${state}"`,
    '"pipelineJobResourceName": "{{workflow.name}}"',
    `"pipelineTaskName": "${watched}"`,
    '"error": {}',
  ];
  return `{${fields.join(', ')}}`;
}

/** Whether an input has a value or a default. */
export function isGiven({ task, description }: CommandContext, port: string): boolean {
  if (task.arguments[port] !== undefined) return true;
  const input = description.inputs.find(({ id }) => id === port);
  if (input?.type.kind === 'parameter' && input.type.parameterType === 'TASK_FINAL_STATUS') return true;
  return input?.default !== undefined;
}
