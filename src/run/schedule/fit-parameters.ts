import type { ComponentSpec, ParameterDefinition } from '../../compile/kfp/ir.ts';
import type { JsonValue } from '../../model/json.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { formatValue } from '../command/format-value.ts';
import { isOfType } from '../run-parameters.ts';
import type { RunReason } from '../run-state.ts';

type Values = { readonly [name: string]: JsonValue };

/**
 * The inputs of a program by their declared types: what is declared as text gets the value as text, a missing one
 * its default. KFP backend: the driver's type conversion, which refuses every other difference; a null counts as
 * not given.
 */
export function fitParameters(component: ComponentSpec, given: Values): Result<Values, RunReason> {
  const fitted: Record<string, JsonValue> = { ...given };
  for (const [name, definition] of Object.entries(component.inputDefinitions?.parameters ?? {})) {
    const value = fitted[name] ?? (definition.defaultValue as JsonValue | undefined) ?? null;
    if (value === null) {
      if (isNeeded(definition)) return failure({ code: 'input-value-missing', values: { input: name } });
      delete fitted[name];
      continue;
    }
    const fitting = asDeclared(value, definition);
    if (fitting === undefined) return failure(wrongType(name, definition, value));
    fitted[name] = fitting;
  }
  return success(fitted);
}

/** The inputs of a condition: what is declared as text is compared as text. */
export function conditionValues(component: ComponentSpec, given: Values): Values {
  const values: Record<string, JsonValue> = { ...given };
  for (const [name, definition] of Object.entries(component.inputDefinitions?.parameters ?? {})) {
    const value = values[name];
    if (definition.parameterType === 'STRING' && value !== undefined && value !== null)
      values[name] = formatValue(value);
  }
  return values;
}

/** The server fills final statuses and task configurations in by itself. */
function isNeeded({ parameterType, isOptional }: ParameterDefinition): boolean {
  return isOptional !== true && parameterType !== 'TASK_FINAL_STATUS' && parameterType !== 'TASK_CONFIG';
}

function asDeclared(value: JsonValue, { parameterType }: ParameterDefinition): JsonValue | undefined {
  if (parameterType === 'STRING') return formatValue(value);
  // KFP backend: every number passes for an integer; the program decides what it makes of it.
  const type = parameterType === 'NUMBER_INTEGER' ? 'NUMBER_DOUBLE' : parameterType;
  return isOfType(value, type) ? value : undefined;
}

function wrongType(input: string, { parameterType }: ParameterDefinition, value: JsonValue): RunReason {
  return { code: 'input-type', values: { input, type: parameterType, text: formatValue(value).slice(0, 80) } };
}
