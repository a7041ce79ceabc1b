import type { Dag } from '../../compile/kfp/ir.ts';
import type { JsonValue } from '../../model/json.ts';
import type { RuntimeArtifact, TaskOutputs } from '../facts/run-fact.ts';
import type { ScopeInstance, TaskInstance } from './task-instance.ts';

/** What a DAG gives when its tasks have ended. Outputs of tasks that did not run are absent. */
export function collectScopeOutputs(scope: ScopeInstance): TaskOutputs {
  const outputs: Dag['outputs'] = scope.component.dag?.outputs ?? {};
  return { parameters: collectParameters(scope, outputs), artifacts: collectArtifacts(scope, outputs) };
}

function collectParameters(scope: ScopeInstance, outputs: NonNullable<Dag['outputs']>): Record<string, JsonValue> {
  const collected: Record<string, JsonValue> = {};
  for (const [name, source] of Object.entries(outputs.parameters ?? {})) {
    const selectors = source.valueFromParameter
      ? [source.valueFromParameter]
      : source.valueFromOneof?.parameterSelectors;
    for (const selector of selectors ?? []) {
      const value = scope.tasks.get(selector.producerSubtask)?.outputs.parameters[selector.outputParameterKey];
      if (value === undefined) continue;
      collected[name] = value;
      break;
    }
  }
  return collected;
}

function collectArtifacts(
  scope: ScopeInstance,
  outputs: NonNullable<Dag['outputs']>,
): Record<string, readonly RuntimeArtifact[]> {
  const collected: Record<string, readonly RuntimeArtifact[]> = {};
  for (const [name, source] of Object.entries(outputs.artifacts ?? {})) {
    for (const selector of source.artifactSelectors) {
      const found = scope.tasks.get(selector.producerSubtask)?.outputs.artifacts[selector.outputArtifactKey];
      if (found === undefined) continue;
      collected[name] = found;
      break;
    }
  }
  return collected;
}

/** A loop's outputs: the iterations' parameters as lists, their artifacts one after the other. No iterations give empty lists. */
export function collectLoopOutputs(loop: TaskInstance): TaskOutputs {
  const declared: Dag['outputs'] = loop.component.dag?.outputs ?? {};
  const parameters = emptyLists<JsonValue>(declared.parameters);
  const artifacts = emptyLists<RuntimeArtifact>(declared.artifacts);
  for (const iteration of loop.children) {
    const outputs = collectScopeOutputs(iteration);
    for (const [name, value] of Object.entries(outputs.parameters)) {
      appendTo(parameters, name, [value]);
    }
    for (const [name, found] of Object.entries(outputs.artifacts)) {
      appendTo(artifacts, name, found);
    }
  }
  return { parameters, artifacts };
}

function emptyLists<Item>(declared: object | undefined): Record<string, Item[]> {
  return Object.fromEntries(Object.keys(declared ?? {}).map((name) => [name, []]));
}

function appendTo<Item>(lists: Record<string, Item[]>, name: string, items: readonly Item[]): void {
  const list = lists[name];
  if (list === undefined) lists[name] = [...items];
  else list.push(...items);
}
