import type { PipelineDocument, PipelineRecord, TaskRecord } from './document.ts';
import type { GroupRecord } from './group.ts';
import type { PipelineId } from './ids.ts';
import { isTask, nodesOfPipeline } from './lookups.ts';

/** The names of one pipeline. Where a name stands twice, the first in order has it. */
interface NameIndex {
  readonly tasks: ReadonlyMap<string, TaskRecord>;
  readonly groups: ReadonlyMap<string, GroupRecord>;
  /** Names of branches that are not also their group's. */
  readonly branches: ReadonlySet<string>;
}

const indexes = new WeakMap<PipelineDocument, Map<PipelineId, NameIndex>>();

/** The names of a pipeline, made once per document. */
function nameIndex(document: PipelineDocument, pipeline: PipelineId): NameIndex {
  const byPipeline = indexes.get(document) ?? new Map<PipelineId, NameIndex>();
  indexes.set(document, byPipeline);
  const index = byPipeline.get(pipeline) ?? buildIndex(document, pipeline);
  byPipeline.set(pipeline, index);
  return index;
}

function buildIndex(document: PipelineDocument, pipeline: PipelineId): NameIndex {
  const tasks = new Map<string, TaskRecord>();
  const groups = new Map<string, GroupRecord>();
  const branches = new Set<string>();
  for (const node of nodesOfPipeline(document, pipeline)) {
    if (isTask(node)) {
      if (!tasks.has(node.name)) tasks.set(node.name, node);
      continue;
    }
    if (!groups.has(node.name)) groups.set(node.name, node);
    if (node.kind === 'branches') for (const branch of node.branches) branches.add(branch.name);
  }
  return { tasks, groups, branches };
}

/** The task of that name in a pipeline, in whatever body it stands. */
export function taskByName(document: PipelineDocument, pipeline: PipelineId, name: string): TaskRecord | undefined {
  return nameIndex(document, pipeline).tasks.get(name);
}

/** The group of that name in a pipeline. */
export function groupByName(document: PipelineDocument, pipeline: PipelineId, name: string): GroupRecord | undefined {
  return nameIndex(document, pipeline).groups.get(name);
}

/** Whether a task, group or branch of the pipeline has the name. */
export function isNameTaken(document: PipelineDocument, pipeline: PipelineId, name: string): boolean {
  const index = nameIndex(document, pipeline);
  return index.tasks.has(name) || index.groups.has(name) || index.branches.has(name);
}

/** The sub-pipeline definition of that name. */
export function definitionByName(document: PipelineDocument, name: string): PipelineRecord | undefined {
  for (const pipeline of document.pipelines.values()) {
    if (pipeline.name === name && pipeline.id !== document.root) return pipeline;
  }
  return undefined;
}
