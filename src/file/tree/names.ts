import type { PipelineDocument } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import { isTask, nodeRecord, nodesOfPipeline } from '../../model/lookups.ts';
import { isGroupId } from '../../model/new-ids.ts';

/** Before the name of a group where a task has the same name. */
export const GROUP_PREFIX = 'group:';

/** Before the name of a task that is not there where a group has the same name. */
export const TASK_PREFIX = 'task:';

/** The names of one pipeline as the file writes them. */
export interface Names {
  readonly document: PipelineDocument;
  /** A name where only one kind of node can stand. */
  bare(node: NodeId): string;
  /** A name where tasks and groups can stand. */
  node(node: NodeId): string;
}

/** The names of a pipeline's tasks and groups. */
export function namesOfPipeline(document: PipelineDocument, pipeline: PipelineId): Names {
  const taskNames = new Set<string>();
  const groupNames = new Set<string>();
  for (const node of nodesOfPipeline(document, pipeline)) (isTask(node) ? taskNames : groupNames).add(node.name);
  const bare = (node: NodeId): string => nodeRecord(document, node)?.name ?? document.missing.get(node) ?? '';
  return {
    document,
    bare,
    node(node) {
      const name = bare(node);
      const lost = nodeRecord(document, node) === undefined;
      if (isGroupId(node)) return lost || taskNames.has(name) ? GROUP_PREFIX + name : name;
      return lost && groupNames.has(name) ? TASK_PREFIX + name : name;
    },
  };
}
