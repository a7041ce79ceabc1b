import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { type Emission, freeKey } from './emission.ts';
import type { ComponentSpec, Dag, Executor, PipelineSpec } from './ir.ts';

/**
 * Puts the components and executors of a compiled pipeline among ours, each under a free key, and gives its root.
 * KFP SDK: `merge_deployment_spec_and_component_spec`; here in a fixed order and without chained renames.
 */
export function embedGraph(tree: { readonly [field: string]: YamlTree }, emission: Emission): ComponentSpec {
  // The catalog takes a file for a graph only when it has the shape of a PipelineSpec.
  const spec = tree as unknown as PipelineSpec;
  const labels = new Map<string, string>();
  for (const [label, executor] of sorted<Executor>(spec.deploymentSpec?.executors)) {
    const free = freeKey(label, emission.executors);
    emission.executors[free] = executor;
    labels.set(label, free);
  }
  const keys = new Map<string, string>();
  for (const [key, component] of sorted<ComponentSpec>(spec.components)) {
    const free = freeKey(key, emission.components);
    // Kept for the moment, so that the key is taken; its references are renamed once all keys are known.
    emission.components[free] = component;
    keys.set(key, free);
  }
  for (const free of keys.values()) {
    const component = emission.components[free];
    if (component !== undefined) emission.components[free] = renamed(component, keys, labels);
  }
  return renamed(spec.root, keys, labels);
}

function sorted<Value>(entries: { readonly [key: string]: Value } | undefined): readonly (readonly [string, Value])[] {
  return Object.entries(entries ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
}

function renamed(
  component: ComponentSpec,
  keys: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): ComponentSpec {
  const { executorLabel, dag } = component;
  return {
    ...component,
    ...(executorLabel === undefined ? {} : { executorLabel: labels.get(executorLabel) ?? executorLabel }),
    ...(dag === undefined ? {} : { dag: renamedDag(dag, keys) }),
  };
}

function renamedDag(dag: Dag, keys: ReadonlyMap<string, string>): Dag {
  const tasks = Object.entries(dag.tasks ?? {}).map(([name, task]) => {
    const key = keys.get(task.componentRef.name) ?? task.componentRef.name;
    return [name, { ...task, componentRef: { name: key } }] as const;
  });
  return { ...dag, tasks: Object.fromEntries(tasks) };
}
