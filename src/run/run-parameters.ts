import type { ParameterDefinition, PipelineSpec } from '../compile/kfp/ir.ts';
import type { JsonValue } from '../model/json.ts';
import type { ParameterType } from '../model/port-type.ts';
import { failure, type Result, success } from '../model/result.ts';
import { parseJson } from './parse-json.ts';
import type { RunReason } from './run-state.ts';

/** What is wrong with the values of a run, by parameter. */
export type ParameterFailures = { readonly [name: string]: RunReason };

/**
 * The values a run starts with: those given, checked by their declared type, and the defaults of the others.
 * KFP backend: unknown ones, missing ones and ones of another JSON type are refused.
 */
export function checkRunParameters(
  spec: PipelineSpec,
  given: { readonly [name: string]: JsonValue },
): Result<{ readonly [name: string]: JsonValue }, ParameterFailures> {
  const definitions = spec.root.inputDefinitions?.parameters ?? {};
  const failures: Record<string, RunReason> = {};
  const values: Record<string, JsonValue> = {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(definitions, name)) failures[name] = { code: 'parameter-unknown', values: { name } };
  }
  for (const [name, definition] of Object.entries(definitions)) {
    const problem = checkParameter(name, definition, given[name]);
    if (problem !== undefined) failures[name] = problem;
    const value = given[name] ?? (definition.defaultValue as JsonValue | undefined);
    if (value !== undefined) values[name] = value;
  }
  for (const name of requiredArtifacts(spec)) failures[name] = { code: 'artifact-input', values: { name } };
  return Object.keys(failures).length === 0 ? success(values) : failure(failures);
}

function checkParameter(
  name: string,
  definition: ParameterDefinition,
  value: JsonValue | undefined,
): RunReason | undefined {
  if (value === undefined) {
    const needed = definition.defaultValue === undefined && definition.isOptional !== true;
    return needed ? { code: 'parameter-missing', values: { name } } : undefined;
  }
  if (!isOfType(value, definition.parameterType)) return wrongType(name, definition.parameterType);
  const { literals } = definition;
  if (literals === undefined || literals.some((literal) => literal === value)) return undefined;
  return { code: 'parameter-not-allowed', values: { name, allowed: literals.map(String).join(', ') } };
}

/** Artifacts cannot be given from outside; an optional one stays absent. */
function requiredArtifacts(spec: PipelineSpec): readonly string[] {
  const artifacts = Object.entries(spec.root.inputDefinitions?.artifacts ?? {});
  return artifacts.filter(([, definition]) => definition.isOptional !== true).map(([name]) => name);
}

/** True when a JSON value may stand for a parameter of this type. */
export function isOfType(value: JsonValue, type: ParameterType): boolean {
  switch (type) {
    case 'STRING':
      return typeof value === 'string';
    case 'NUMBER_INTEGER':
      return typeof value === 'number' && Number.isInteger(value);
    case 'NUMBER_DOUBLE':
      return typeof value === 'number' && Number.isFinite(value);
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'LIST':
      return Array.isArray(value);
    case 'STRUCT':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'TASK_FINAL_STATUS':
    case 'TASK_CONFIG':
      return true;
  }
}

/** Reads what somebody typed for a parameter of this type. Text is taken as it is, `yes`/`no` count as booleans. */
export function readParameterText(name: string, text: string, type: ParameterType): Result<JsonValue, RunReason> {
  const value = typedValue(text, type);
  return value !== undefined && isOfType(value, type) ? success(value) : failure(wrongType(name, type));
}

function typedValue(text: string, type: ParameterType): JsonValue | undefined {
  const trimmed = text.trim();
  switch (type) {
    case 'STRING':
      return text;
    case 'NUMBER_INTEGER':
    case 'NUMBER_DOUBLE':
      return trimmed === '' ? undefined : Number(trimmed);
    case 'BOOLEAN':
      return /^(true|yes|1)$/i.test(trimmed) ? true : /^(false|no|0)$/i.test(trimmed) ? false : undefined;
    default:
      return parseJson(trimmed);
  }
}

function wrongType(name: string, type: ParameterType): RunReason {
  return { code: `parameter-type-${TYPE_CODES[type]}`, values: { name } };
}

const TYPE_CODES: { readonly [type in ParameterType]: string } = {
  STRING: 'text',
  NUMBER_INTEGER: 'integer',
  NUMBER_DOUBLE: 'number',
  BOOLEAN: 'boolean',
  LIST: 'list',
  STRUCT: 'map',
  TASK_FINAL_STATUS: 'map',
  TASK_CONFIG: 'map',
};
