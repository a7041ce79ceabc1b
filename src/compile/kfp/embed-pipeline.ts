import { compareCodePoints } from '../../yaml/compare-code-points.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { addUnderFreeKey, type Emission, type EmittedPipeline } from './emission.ts';
import type { ComponentSpec, Dag, PipelineSpec } from './ir.ts';

type Parts = {
  readonly [Part in 'components' | 'executors']: { readonly entries: EmittedPipeline[Part]['entries'] };
} & Pick<EmittedPipeline, 'root' | 'platform' | 'hints'>;

/**
 * Puts the components and executors of a compiled pipeline among ours, each under a free key, and gives its root.
 * KFP SDK: `merge_deployment_spec_and_component_spec`; here in a fixed order and without chained renames.
 */
export function embedPipeline(inner: Parts, emission: Emission): ComponentSpec {
  const labels = new Map<string, string>();
  for (const [label, executor] of sorted(inner.executors.entries)) {
    const free = addUnderFreeKey(emission.executors, label, executor);
    labels.set(label, free);
    const { [label]: config } = inner.platform;
    const { [label]: hint } = inner.hints;
    if (config !== undefined) emission.platform[free] = config;
    if (hint !== undefined) emission.hints[free] = hint;
  }
  const keys = new Map<string, string>();
  for (const [key, component] of sorted(inner.components.entries)) {
    // Kept for the moment, so that the key is taken; its references are renamed once all keys are known.
    keys.set(key, addUnderFreeKey(emission.components, key, component));
  }
  const { entries } = emission.components;
  for (const free of keys.values()) {
    const component = entries[free];
    if (component !== undefined) entries[free] = renamed(component, keys, labels);
  }
  return renamed(inner.root, keys, labels);
}

/** The same for IR that a component brings along. */
export function embedGraph(tree: { readonly [field: string]: YamlTree }, emission: Emission): ComponentSpec {
  // The catalog takes a file for a graph only when it has the shape of a PipelineSpec.
  const { root, components, deploymentSpec } = tree as unknown as PipelineSpec;
  const executors = { entries: { ...deploymentSpec?.executors } };
  return embedPipeline(
    { root, components: { entries: { ...components } }, executors, platform: {}, hints: {} },
    emission,
  );
}

function sorted<Value>(entries: { readonly [key: string]: Value }): readonly (readonly [string, Value])[] {
  return Object.entries(entries).sort(([left], [right]) => compareCodePoints(left, right));
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
