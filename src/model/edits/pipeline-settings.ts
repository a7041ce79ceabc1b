import type { PipelineDocument, PipelineRecord } from '../document.ts';
import { createDraft, finishEdit } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { PipelineId } from '../ids.ts';
import { pipelineRecord } from '../lookups.ts';
import { newBodyId, newPipelineId } from '../new-ids.ts';
import { sanitiseTaskName, uniqueName } from '../sanitise-names.ts';
import { applyChanges, type Changes } from './pipeline-ports.ts';

type SettingKey = 'name' | 'displayName' | 'description' | 'platform' | 'defaultPipelineRoot' | 'annotations';

/** Changes settings of a pipeline; `undefined` takes a setting away. A name is sanitised; one of no letters is left as it was. */
export function setPipelineSettings(
  document: PipelineDocument,
  id: PipelineId,
  changes: Changes<Pick<PipelineRecord, SettingKey>>,
): Edit {
  const pipeline = pipelineRecord(document, id);
  const draft = createDraft(document);
  const { name, ...others } = changes;
  const named = name === undefined ? {} : { name: freePipelineName(document, id, name) };
  draft.pipelines.set(id, applyChanges(pipeline, { ...others, ...named }));
  return finishEdit(draft, { key: 'edit.set-pipeline-settings', values: { name: pipeline.name } });
}

/** An edit that made a sub-pipeline definition. */
export interface AddedPipeline extends Edit {
  readonly pipeline: PipelineId;
}

/** Adds an empty sub-pipeline definition; its name is sanitised and made unique. */
export function addDefinition(document: PipelineDocument, wanted: string): AddedPipeline {
  const draft = createDraft(document);
  const id = newPipelineId(draft);
  const body = newBodyId(draft);
  const name = freePipelineName(document, id, wanted);
  draft.pipelines.set(id, { id, name, inputs: [], outputs: [], body, groupCounter: 1 });
  draft.bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline: id }, children: [] });
  return { ...finishEdit(draft, { key: 'edit.add-definition', values: { name } }), pipeline: id };
}

/** The sanitised name, unique among the definitions (the root's name is its own). */
function freePipelineName(document: PipelineDocument, id: PipelineId, wanted: string): string {
  const sanitised = sanitiseTaskName(wanted) || (document.pipelines.get(id)?.name ?? 'pipeline');
  if (id === document.root) return sanitised;
  const taken = new Set<string>();
  for (const other of document.pipelines.values()) {
    if (other.id !== id && other.id !== document.root) taken.add(other.name);
  }
  return uniqueName(sanitised, (name) => taken.has(name));
}
