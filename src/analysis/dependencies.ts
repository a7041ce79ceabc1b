import type { Reference } from '../model/argument.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../model/document.ts';
import type { GroupRecord } from '../model/group.ts';
import type { GroupId, NodeId, PipelineId, TaskId } from '../model/ids.ts';
import { nodeOfReference } from '../model/references.ts';
import type { Dependency } from './analysis-result.ts';
import { mentionsWorkspace } from './rules/workspace.ts';
import { groupOfBody, groupsAround } from './scopes.ts';
import { referencesOfNode } from './upstream.ts';

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
  if (group.kind === 'exit-handler' && group.exitTask !== undefined) {
    found.add(group.exitTask);
    // What the exit task waits for is named.
    for (const node of document.tasks.get(group.exitTask)?.after ?? []) found.add(node);
  }
  return [...found];
}

/** What the diagnostics of a pipeline's outputs depend on. */
export function dependenciesOfPipeline(document: PipelineDocument, pipeline: PipelineRecord): readonly Dependency[] {
  const found = new Set<Dependency>();
  for (const output of pipeline.outputs) {
    if (output.source !== undefined) addReference(document, pipeline.id, output.source, undefined, found);
  }
  return [...found];
}

function dependenciesOfReferences(
  document: PipelineDocument,
  pipeline: PipelineId,
  record: TaskRecord | GroupRecord,
): Set<Dependency> {
  const found = new Set<Dependency>(record.after);
  for (const reference of referencesOfNode(record)) addReference(document, pipeline, reference, record.id, found);
  for (const node of record.after) addGroupsAround(document, node, found);
  addGroupsAround(document, record.id, found);
  return found;
}

function addReference(
  document: PipelineDocument,
  pipeline: PipelineId,
  reference: Reference,
  consumer: NodeId | undefined,
  found: Set<Dependency>,
  followed: Set<GroupId> = new Set(),
): void {
  if (reference.kind === 'input') found.add(`input:${pipeline}:${reference.input}`);
  const node = nodeOfReference(reference);
  if (node === undefined) return;
  found.add(node);
  addTargetOf(document, node, found);
  addGroupsAround(document, node, found);
  if (reference.kind === 'task-output') addOffered(document, reference.task, consumer, found);
  const group = document.groups.get(node as GroupId);
  if (group === undefined || followed.has(group.id)) return;
  followed.add(group.id);
  // The type of a loop's item or of a one-of output comes from what the group itself refers to.
  for (const inner of referencesOfNode(group)) addReference(document, pipeline, inner, consumer, found, followed);
}

/** What is offered in place of a wire out of a branch comes from what all the branches hold. */
function addOffered(
  document: PipelineDocument,
  producer: TaskId,
  consumer: NodeId | undefined,
  found: Set<Dependency>,
): void {
  const body = document.tasks.get(producer)?.parent;
  const owner = body === undefined ? undefined : groupOfBody(document, body);
  const group = owner === undefined ? undefined : document.groups.get(owner);
  if (group?.kind !== 'branches') return;
  if (consumer !== undefined && groupsAround(document, consumer).some(({ id }) => id === group.id)) return;
  for (const branch of group.branches) {
    found.add(branch.body);
    for (const node of document.bodies.get(branch.body)?.children ?? []) {
      found.add(node);
      addTargetOf(document, node, found);
    }
  }
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
