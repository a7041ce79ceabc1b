import type { PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { GroupRecord } from '../../model/group.ts';
import { definitionsOf, isTask, nodesOfPipeline, notesOfPipeline, rootPipeline } from '../../model/lookups.ts';

/** Ids of an earlier version of the document by name path. Each can be taken once. */
export type KnownIds = Map<string, string>;

/** The ids of a document by name path, so that a reload keeps selection, history and run states. */
export function knownIdsOf(document: PipelineDocument | undefined): KnownIds {
  const ids: KnownIds = new Map();
  if (document === undefined) return ids;
  collectPipeline(ids, document, rootPipeline(document), ROOT_KEY);
  for (const pipeline of definitionsOf(document))
    collectPipeline(ids, document, pipeline, definitionKey(pipeline.name));
  return ids;
}

export const ROOT_KEY = '.';

/** The key of a sub-pipeline definition. */
export function definitionKey(name: string): string {
  return `/${name}`;
}

/** The key of a task, group or note inside a pipeline, or of a body (of the pipeline, a group or one of its branches). */
export function innerKey(kind: 'task' | 'group' | 'body' | 'note', pipelineKey: string, ...names: string[]): string {
  return JSON.stringify([kind, pipelineKey, ...names]);
}

/** Takes the id of a key, if there is one left. */
export function takeId(ids: KnownIds, key: string): string | undefined {
  const id = ids.get(key);
  ids.delete(key);
  return id;
}

function collectPipeline(ids: KnownIds, document: PipelineDocument, pipeline: PipelineRecord, key: string): void {
  keep(ids, key, pipeline.id);
  keep(ids, innerKey('body', key), pipeline.body);
  for (const node of nodesOfPipeline(document, pipeline.id)) {
    keep(ids, innerKey(isTask(node) ? 'task' : 'group', key, node.name), node.id);
    if (!isTask(node)) collectBodies(ids, node, key);
  }
  notesOfPipeline(document, pipeline.id).forEach((note, index) => {
    keep(ids, innerKey('note', key, String(index)), note.id);
  });
}

function collectBodies(ids: KnownIds, group: GroupRecord, key: string): void {
  if (group.kind !== 'branches') {
    keep(ids, innerKey('body', key, group.name), group.body);
    return;
  }
  for (const branch of group.branches) keep(ids, innerKey('body', key, group.name, branch.name), branch.body);
}

function keep(ids: KnownIds, key: string, id: string): void {
  if (!ids.has(key)) ids.set(key, id);
}
