import type { PipelineDocument } from '../../src/model/document.ts';
import { isTask, nodesOfPipeline, pipelineRecord } from '../../src/model/lookups.ts';
import { referencesOfGroup, referencesOfOutputs, referencesOfTask } from '../../src/model/record-references.ts';
import { referenceExists } from '../../src/model/reference-check.ts';

/** Everything in a document that points at something it does not hold, as texts that can be counted. */
export function danglingOf(document: PipelineDocument): readonly string[] {
  const dangling: string[] = [];
  for (const pipeline of document.pipelines.keys()) {
    for (const node of nodesOfPipeline(document, pipeline)) {
      const references = isTask(node) ? referencesOfTask(node) : referencesOfGroup(node);
      for (const reference of references) {
        if (!referenceExists(document, pipeline, reference)) dangling.push(JSON.stringify(reference));
      }
      for (const id of node.after) {
        if (!document.tasks.has(id as never) && !document.groups.has(id as never)) dangling.push(`after ${id}`);
      }
      if (isTask(node)) dangling.push(...danglingTargets(document, node.id));
      else if (node.kind === 'exit-handler' && node.exitTask !== undefined && !document.tasks.has(node.exitTask)) {
        dangling.push(`exit task ${node.exitTask}`);
      }
    }
    for (const reference of referencesOfOutputs(pipelineRecord(document, pipeline))) {
      if (!referenceExists(document, pipeline, reference)) dangling.push(JSON.stringify(reference));
    }
  }
  return [...dangling, ...strayRecords(document)];
}

function danglingTargets(document: PipelineDocument, id: Parameters<typeof document.tasks.get>[0]): readonly string[] {
  const target = document.tasks.get(id)?.target;
  if (target?.kind === 'component' && !document.components.has(target.component)) return [target.component];
  if (target?.kind === 'pipeline' && !document.pipelines.has(target.pipeline)) return [target.pipeline];
  return [];
}

/** Records nothing holds: nodes in no body, bodies nobody owns, positions of nothing. */
function strayRecords(document: PipelineDocument): readonly string[] {
  const held = new Set<string>();
  for (const pipeline of document.pipelines.values()) {
    held.add(pipeline.body).add(`inputs:${pipeline.id}`).add(`outputs:${pipeline.id}`);
    for (const node of nodesOfPipeline(document, pipeline.id)) {
      held.add(node.id);
      if (isTask(node)) continue;
      for (const body of node.kind === 'branches' ? node.branches.map((branch) => branch.body) : [node.body])
        held.add(body);
    }
  }
  for (const note of document.notes.values()) if (document.pipelines.has(note.pipeline)) held.add(note.id);
  const { bodies, tasks, groups, notes, layout } = document;
  const all = [bodies, tasks, groups, notes, layout].flatMap((map) => [...map.keys()]);
  return all.filter((id) => !held.has(id)).map((id) => `stray ${id}`);
}
