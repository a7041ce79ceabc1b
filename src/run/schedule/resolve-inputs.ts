import type { InputParameterSpec } from '../../compile/kfp/ir.ts';
import type { JsonValue } from '../../model/json.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { formatValue } from '../command/format-value.ts';
import type { RuntimeArtifact } from '../facts/run-fact.ts';
import type { RunReason } from '../run-state.ts';
import { fitParameters } from './fit-parameters.ts';
import type { TaskInputs } from './run-action.ts';
import { selectItem } from './select-item.ts';
import type { TaskInstance } from './task-instance.ts';

/** Names of the job for a final status. */
export interface JobNames {
  readonly jobName: string;
}

/**
 * The values of a task's inputs from its scope and its finished siblings; defaults of the component fill what was
 * not given. A program gets them by their declared types; groups and pipelines hand on what they got.
 * KFP backend: driver `resolveInputs`.
 */
export function resolveInputs(task: TaskInstance, names: JobNames): Result<TaskInputs, RunReason> {
  const parameters: Record<string, JsonValue> = {};
  const constants: string[] = [];
  for (const [name, input] of Object.entries(task.spec.inputs?.parameters ?? {})) {
    if (input.runtimeValue !== undefined) constants.push(name);
    const resolved = resolveParameter(task, input, names);
    if (!resolved.ok) return resolved;
    if (resolved.value !== undefined) parameters[name] = resolved.value;
  }
  for (const name of constants) {
    parameters[name] = fillPlaceholders(parameters[name] ?? null, parameters);
  }
  const artifacts = resolveArtifacts(task);
  if (task.component.dag !== undefined) {
    fillDefaults(task, parameters);
    return success({ parameters, artifacts });
  }
  const missing = findMissingArtifact(task, artifacts);
  if (missing !== undefined) return failure({ code: 'input-value-missing', values: { input: missing } });
  const fitted = fitParameters(task.component, parameters);
  return fitted.ok ? success({ parameters: fitted.value, artifacts }) : fitted;
}

/** The value of one input; undefined when its source gave none. */
export function resolveParameter(
  task: TaskInstance,
  input: InputParameterSpec,
  names: JobNames,
): Result<JsonValue | undefined, RunReason> {
  const value = parameterSource(task, input, names);
  if (input.parameterExpressionSelector === undefined || value === undefined) return success(value);
  const selected = selectItem(value, input.parameterExpressionSelector);
  if (selected === undefined) {
    return failure({ code: 'selector-failed', values: { selector: input.parameterExpressionSelector } });
  }
  return success(selected);
}

function parameterSource(task: TaskInstance, input: InputParameterSpec, names: JobNames): JsonValue | undefined {
  if (input.runtimeValue !== undefined) return input.runtimeValue.constant as JsonValue;
  if (input.componentInputParameter !== undefined) return task.scope.inputs.parameters[input.componentInputParameter];
  if (input.taskOutputParameter !== undefined) {
    const producer = task.scope.tasks.get(input.taskOutputParameter.producerTask);
    return producer?.outputs.parameters[input.taskOutputParameter.outputParameterKey];
  }
  if (input.taskFinalStatus !== undefined) return finalStatus(task, input.taskFinalStatus.producerTask, names);
  return undefined;
}

const FINAL_STATES: { readonly [phase: string]: string } = {
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  skipped: 'SKIPPED',
};

/** KFP SDK: the fields of `PipelineTaskFinalStatus`, as the backend's JSON names them. */
function finalStatus(task: TaskInstance, producerName: string, names: JobNames): JsonValue {
  const producer = task.scope.tasks.get(producerName);
  const state = FINAL_STATES[producer?.phase ?? 'succeeded'] ?? 'SUCCEEDED';
  return {
    state,
    error: state === 'FAILED' ? { code: 1, message: `Task ${producerName} failed.` } : {},
    pipelineJobResourceName: names.jobName,
    pipelineTaskName: producerName,
  };
}

function resolveArtifacts(task: TaskInstance): { readonly [name: string]: readonly RuntimeArtifact[] } {
  const artifacts: Record<string, readonly RuntimeArtifact[]> = {};
  for (const [name, input] of Object.entries(task.spec.inputs?.artifacts ?? {})) {
    const found =
      input.componentInputArtifact !== undefined
        ? task.scope.inputs.artifacts[input.componentInputArtifact]
        : input.taskOutputArtifact !== undefined
          ? task.scope.tasks.get(input.taskOutputArtifact.producerTask)?.outputs.artifacts[
              input.taskOutputArtifact.outputArtifactKey
            ]
          : undefined;
    if (found !== undefined) artifacts[name] = found;
  }
  return artifacts;
}

function findMissingArtifact(task: TaskInstance, artifacts: TaskInputs['artifacts']): string | undefined {
  const definitions = Object.entries(task.component.inputDefinitions?.artifacts ?? {});
  return definitions.find(([name, { isOptional }]) => isOptional !== true && artifacts[name] === undefined)?.[0];
}

function fillDefaults(task: TaskInstance, parameters: Record<string, JsonValue>): void {
  for (const [name, definition] of Object.entries(task.component.inputDefinitions?.parameters ?? {})) {
    if (parameters[name] === undefined && definition.defaultValue !== undefined) {
      parameters[name] = definition.defaultValue as JsonValue;
    }
  }
}

const INPUT_PLACEHOLDER = /\{\{\$\.inputs\.parameters\['([^']+)'\]\}\}/g;

/** Constants carry references as placeholders of the task's own inputs, at any depth. */
export function fillPlaceholders(value: JsonValue, parameters: { readonly [name: string]: JsonValue }): JsonValue {
  if (typeof value === 'string') {
    return value.replace(INPUT_PLACEHOLDER, (text, name: string) => {
      const found = parameters[name];
      return found === undefined ? text : formatValue(found);
    });
  }
  if (Array.isArray(value)) return value.map((item: JsonValue) => fillPlaceholders(item, parameters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillPlaceholders(item, parameters)]));
}
