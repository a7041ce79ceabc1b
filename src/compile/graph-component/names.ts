import { entryOf, isTreeList } from '../../catalog/tree.ts';
import type { ComponentRecord, PipelineDocument, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { PipelineId, TaskId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { tasksOfPipeline } from '../../model/lookups.ts';
import { sanitisePortName, uniqueName } from '../../model/sanitise-names.ts';
import { digestOfTree, keptOf } from './kept.ts';

/** The name a port had in the graph component, or its own. */
export function rawPortName(port: { readonly name: string; readonly unknown?: JsonObject }): string {
  const kept = keptOf(port)?.name;
  const isStill = kept?.for === digestOfTree(port.name);
  return isStill && typeof kept?.keep === 'string' ? kept.keep : port.name;
}

/** What a task's component calls a port, by its id. What it does not have keeps the id. */
export function rawNameAtTask(
  document: PipelineDocument,
  { target }: TaskRecord,
  side: 'inputs' | 'outputs',
  id: string,
): string {
  if (target.kind === 'pipeline') return rawNameAtPipeline(document.pipelines.get(target.pipeline), side, id);
  if (target.kind !== 'component') return id;
  return rawNameAtComponent(document.components.get(target.component), side, id);
}

/** What a pipeline's port was called, by its id. */
export function rawNameAtPipeline(
  pipeline: PipelineRecord | undefined,
  side: 'inputs' | 'outputs',
  id: string,
): string {
  const port = pipeline?.[side].find(({ name }) => name === id);
  return port === undefined ? id : rawPortName(port);
}

function rawNameAtComponent(component: ComponentRecord | undefined, side: 'inputs' | 'outputs', id: string): string {
  const ports = entryOf(component?.spec, side);
  if (!isTreeList(ports)) return id;
  const names = ports.map((port) => entryOf(port, 'name')).filter((name) => typeof name === 'string');
  // Of two names that fall on one id, the later replaces the earlier.
  return names.findLast((name) => sanitisePortName(name) === id) ?? id;
}

/** The ids that tasks have in a graph: what people call them. */
export function taskIdsOf(document: PipelineDocument, pipeline: PipelineId): ReadonlyMap<TaskId, string> {
  const ids = new Map<TaskId, string>();
  const taken = new Set<string>();
  for (const task of tasksOfPipeline(document, pipeline)) {
    const id = uniqueName(task.displayName ?? task.name, (name) => taken.has(name));
    taken.add(id);
    ids.set(task.id, id);
  }
  return ids;
}
