import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { entryOf, isTreeMap, type TreeMap } from '../tree.ts';

/** What an IR document is as a component. */
export type IrShape = 'container' | 'importer' | 'graph';

/** The names by which the SDK finds a component in its own IR. */
export interface IrKeys {
  readonly component: string;
  readonly executor: string;
}

/** KFP SDK: `sanitize_component_name` and `sanitize_executor_label`. */
export function irKeys(pipelineName: string): IrKeys {
  const name = sanitiseTaskName(pipelineName);
  return { component: `comp-${name}`, executor: `exec-${name}` };
}

/** The name in `pipelineInfo`, where it is a text. */
export function irName(spec: TreeMap): string | undefined {
  const name = entryOf(entryOf(spec, 'pipelineInfo'), 'name');
  return typeof name === 'string' ? name : undefined;
}

/** The executor that carries the document's own name: the mark of a component compiled on its own. */
export function ownExecutor(spec: TreeMap): YamlTree | undefined {
  const name = irName(spec);
  if (name === undefined) return undefined;
  return entryOf(entryOf(entryOf(spec, 'deploymentSpec'), 'executors'), irKeys(name).executor);
}

/** KFP SDK: `Implementation.from_pipeline_spec_dict`; a lone importer cannot be loaded there. */
export function irShape(spec: TreeMap): IrShape {
  const executor = ownExecutor(spec);
  if (executor === undefined || executor === null) return 'graph';
  return isTreeMap(entryOf(executor, 'container')) ? 'container' : 'importer';
}
