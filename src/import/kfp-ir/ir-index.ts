import { digestOfText } from '../../catalog/digest.ts';
import type { TreeMap } from '../../catalog/tree.ts';
import type { ComponentSpec, Executor, PipelineSpec, PlatformSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import { writePythonYaml } from '../../yaml/write-python-yaml.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** An IR file with its look-ups. */
export interface IrIndex {
  readonly spec: PipelineSpec;
  readonly platform: PlatformSpec | undefined;
  component(key: string): ComponentSpec | undefined;
  executor(label: string): Executor | undefined;
  /** Kubernetes settings of an executor, as the platform document has them. */
  kubernetes(label: string): TreeMap | undefined;
  /** Equal for components that do the same, whatever their keys: what they hold is looked through. */
  digestOf(component: ComponentSpec): string;
}

/** Prepares the look-ups. Components are told apart by what they hold, because every task has a copy of its own. */
export function createIrIndex(spec: PipelineSpec, platform: PlatformSpec | undefined): IrIndex {
  const executors = spec.deploymentSpec?.executors;
  const settings = platform?.platforms.kubernetes?.deploymentSpec?.executors ?? {};
  const digests = new Map<ComponentSpec, string>();

  const component = (key: string): ComponentSpec | undefined => own(spec.components, key);
  const executor = (label: string): Executor | undefined => own(executors, label);
  const kubernetes = (label: string): TreeMap | undefined => own(settings, label);
  const digestOf = (inner: ComponentSpec): string => {
    const known = digests.get(inner) ?? digestOfTree(inner);
    digests.set(inner, known);
    return known;
  };
  const digestOfTask = (task: TaskSpec): object => {
    const inner = component(task.componentRef.name);
    return { ...task, componentRef: inner === undefined ? task.componentRef : digestOf(inner) };
  };
  const digestOfTree = ({ executorLabel, dag, ...ports }: ComponentSpec): string => {
    const executorPart =
      executorLabel === undefined ? [] : [executor(executorLabel) ?? null, kubernetes(executorLabel) ?? null];
    const tasks = Object.entries(dag?.tasks ?? {}).map(([name, task]) => [name, digestOfTask(task)]);
    const tree = { ports, executorPart, outputs: dag?.outputs ?? null, tasks };
    return digestOfText(writePythonYaml(tree as unknown as YamlTree));
  };
  return { spec, platform, component, executor, kubernetes, digestOf };
}

function own<Value>(record: { readonly [key: string]: Value } | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
