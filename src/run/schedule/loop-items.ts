import type { TaskSpec } from '../../compile/kfp/ir.ts';
import type { JsonValue } from '../../model/json.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { parseJson } from '../parse-json.ts';
import type { RunReason } from '../run-state.ts';
import type { TaskInputs } from './run-action.ts';

/** True for a task that is run once per item. */
export function isLoop(task: TaskSpec): boolean {
  return task.parameterIterator !== undefined || task.artifactIterator !== undefined;
}

/**
 * The inputs of each iteration of a loop: the loop's own ones and the item. Items are a list input, a JSON text
 * written at compile time, or a list of artifacts (which the Kubeflow backend refuses and `kfp.local` runs).
 */
export function readIterations(task: TaskSpec, inputs: TaskInputs): Result<readonly TaskInputs[], RunReason> {
  const { parameterIterator, artifactIterator } = task;
  if (artifactIterator !== undefined) {
    const { itemInput, items } = artifactIterator;
    const list = inputs.artifacts[items.inputArtifact];
    if (list === undefined) return failure({ code: 'loop-items-not-a-list' });
    return success(list.map((item) => ({ ...inputs, artifacts: { ...inputs.artifacts, [itemInput]: [item] } })));
  }
  const itemInput = parameterIterator?.itemInput ?? '';
  const list = readItems(parameterIterator?.items ?? {}, inputs.parameters);
  if (!Array.isArray(list)) return failure({ code: 'loop-items-not-a-list' });
  return success(
    (list as readonly JsonValue[]).map((item) => ({
      ...inputs,
      parameters: { ...inputs.parameters, [itemInput]: item },
    })),
  );
}

function readItems(
  items: { readonly inputParameter?: string; readonly raw?: string },
  parameters: TaskInputs['parameters'],
): JsonValue | undefined {
  const value = items.raw ?? parameters[items.inputParameter ?? ''];
  return typeof value === 'string' ? parseJson(value) : value;
}
