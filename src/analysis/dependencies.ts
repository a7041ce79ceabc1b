import type { Reference } from '../model/argument.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { NodeId, PipelineId } from '../model/ids.ts';
import type { Dependency } from './analysis-result.ts';
import { mentionsWorkspace } from './rules/workspace.ts';
import { groupsAround } from './scopes.ts';
import { producerOf, referencesOfNode } from './upstream.ts';

/** What the diagnostics of a task depend on beside the task itself. */
export function dependenciesOfTask(
  document: PipelineDocument,
  pipeline: PipelineId,
  task: TaskRecord,
): readonly Dependency[] {
  const found = dependenciesOfReferences(document, pipeline, task);
  if (task.target.kind === 'component') found.add(task.target.component);
  if (task.target.kind === 'pipeline') found.add(task.target.pipeline);
  if (mentionsWorkspace(task)) found.add(document.root);
  return [...found];
}

/** What the diagnostics of a group depend on beside the group itself. */
export function dependenciesOfGroup(
  document: PipelineDocument,
  pipeline: PipelineId,
  group: GroupRecord,
): readonly Dependency[] {
  const found = dependenciesOfReferences(document, pipeline, group);
  if (group.kind === 'exit-handler' && group.exitTask !== undefined) found.add(group.exitTask);
  return [...found];
}

/** What the diagnostics of a pipeline's outputs depend on. */
export function dependenciesOfPipeline(document: PipelineDocument, pipeline: PipelineRecord): readonly Dependency[] {
  const found = new Set<Dependency>();
  for (const output of pipeline.outputs) {
    if (output.source !== undefined) addReference(document, pipeline.id, output.source, found);
  }
  return [...found];
}

function dependenciesOfReferences(
  document: PipelineDocument,
  pipeline: PipelineId,
  record: TaskRecord | GroupRecord,
): Set<Dependency> {
  const found = new Set<Dependency>(record.after);
  for (const reference of referencesOfNode(record)) addReference(document, pipeline, reference, found);
  for (const node of record.after) addGroupsAround(document, node, found);
  addGroupsAround(document, record.id, found);
  return found;
}

function addReference(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
  found: Set<Dependency>,
): void {
  if (reference.kind === 'input') found.add(`input:${pipeline}:${reference.input}`);
  if (reference.kind === 'loop-item') found.add(reference.loop);
  const producer = producerOf(reference);
  if (producer === undefined) return;
  found.add(producer);
  addTargetOf(document, producer, found);
  addGroupsAround(document, producer, found);
}

/** The type of an output comes from what its task runs. */
function addTargetOf(document: PipelineDocument, node: NodeId, found: Set<Dependency>): void {
  const target = document.tasks.get(node as TaskRecord['id'])?.target;
  if (target?.kind === 'component') found.add(target.component);
  if (target?.kind === 'pipeline') found.add(target.pipeline);
}

function addGroupsAround(document: PipelineDocument, node: NodeId, found: Set<Dependency>): void {
  if (document.groups.size === 0) return;
  for (const group of groupsAround(document, node)) found.add(group.id);
}
