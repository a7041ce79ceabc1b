import type { PipelineDocument } from '../model/document.ts';
import type { GroupId, NodeId, TaskId } from '../model/ids.ts';

const byGroups = new WeakMap<PipelineDocument['groups'], ReadonlyMap<NodeId, readonly GroupId[]>>();

/** The exit handlers that run a task at their end. O(groups) once per version of the groups. */
export function exitHandlersOf(document: PipelineDocument, task: NodeId): readonly GroupId[] {
  let handlers = byGroups.get(document.groups);
  if (handlers === undefined) {
    handlers = findHandlers(document);
    byGroups.set(document.groups, handlers);
  }
  return handlers.get(task) ?? [];
}

/** Whether a task is the exit task of an exit handler. */
export function isExitTask(document: PipelineDocument, task: NodeId): boolean {
  return document.groups.size > 0 && exitHandlersOf(document, task).length > 0;
}

function findHandlers(document: PipelineDocument): ReadonlyMap<NodeId, readonly GroupId[]> {
  const handlers = new Map<TaskId, GroupId[]>();
  for (const group of document.groups.values()) {
    if (group.kind !== 'exit-handler' || group.exitTask === undefined) continue;
    handlers.set(group.exitTask, [...(handlers.get(group.exitTask) ?? []), group.id]);
  }
  return handlers;
}
