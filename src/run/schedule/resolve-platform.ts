import type { InputParameterSpec } from '../../compile/kfp/ir.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { readTaskPlatform, type TaskPlatform } from '../platform/task-platform.ts';
import { fillPlaceholders, type JobNames, resolveParameter } from './resolve-inputs.ts';
import type { TaskInputs } from './run-action.ts';
import type { TaskInstance } from './task-instance.ts';

type Parameters = TaskInputs['parameters'];
type Config = { readonly [field: string]: YamlTree };

/**
 * The Kubernetes settings of a task with every reference in them replaced by its value. A reference that gives
 * nothing is left out. KFP backend: driver `extendPodSpecPatch`.
 */
export function resolvePlatform(
  task: TaskInstance,
  config: Config,
  names: JobNames,
  parameters: Parameters,
): TaskPlatform {
  const resolve = (value: YamlTree): JsonValue | undefined => {
    if (Array.isArray(value)) return (value as readonly YamlTree[]).flatMap((item) => resolve(item) ?? []);
    if (typeof value !== 'object' || value === null) return fillPlaceholders(value as JsonValue, parameters);
    const { reference, rest } = splitReference(value as Config);
    const entries = Object.entries(rest).map(([key, item]) => [key, resolve(item)] as const);
    const fields = Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as JsonObject;
    if (reference === undefined) return fields;
    const resolved = resolveParameter(task, reference, names);
    const found =
      resolved.ok && resolved.value !== undefined ? fillPlaceholders(resolved.value, parameters) : undefined;
    // KFP: `pvcMount` of older SDKs holds its reference beside the path.
    return entries.length === 0 ? found : { ...(found === undefined ? {} : { constant: found }), ...fields };
  };
  return readTaskPlatform(resolve(config) as JsonObject);
}

const REFERENCE_FIELDS = [
  'runtimeValue',
  'componentInputParameter',
  'taskOutputParameter',
  'parameterExpressionSelector',
];

function splitReference(value: Config): { readonly reference: InputParameterSpec | undefined; readonly rest: Config } {
  const entries = Object.entries(value);
  const isPart = ([key]: readonly [string, YamlTree]): boolean => REFERENCE_FIELDS.includes(key);
  const parts = entries.filter(isPart);
  if (parts.length === 0) return { reference: undefined, rest: value };
  const rest = Object.fromEntries(entries.filter((entry) => !isPart(entry)));
  return { reference: Object.fromEntries(parts) as InputParameterSpec, rest };
}
