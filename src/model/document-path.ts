import type { PipelineDocument } from './document.ts';
import type { NodeId, PipelineId, TaskId } from './ids.ts';
import { nodeRecord } from './lookups.ts';
import { taskByName } from './name-index.ts';

/** A task as it is reached from the root: the sub-pipeline tasks on the way, and the task itself. */
export interface TaskPlace {
  readonly through: readonly TaskId[];
  readonly task: TaskId;
}

/**
 * The document path of a task: the names of the sub-pipeline tasks it is reached through and its own, joined by `/`.
 * Groups are no part of it, because task names are unique in a pipeline.
 */
export function documentPathOfTask(document: PipelineDocument, task: TaskId, through: readonly TaskId[] = []): string {
  return [...through, task].map((id) => nameOfNode(document, id)).join('/');
}

/** The task at a document path, with the sub-pipeline tasks on the way; none where the path leads nowhere. */
export function taskAtPath(document: PipelineDocument, path: string): TaskPlace | undefined {
  const names = path.split('/');
  const through: TaskId[] = [];
  let pipeline: PipelineId = document.root;
  for (const [index, name] of names.entries()) {
    const task = taskByName(document, pipeline, name);
    if (task === undefined) return undefined;
    if (index === names.length - 1) return { through, task: task.id };
    if (task.target.kind !== 'pipeline') return undefined;
    through.push(task.id);
    pipeline = task.target.pipeline;
  }
  return undefined;
}

/** The name of a task or group, also of one the file refers to but does not hold. */
export function nameOfNode(document: PipelineDocument, node: NodeId): string {
  return nodeRecord(document, node)?.name ?? document.missing.get(node) ?? node;
}
