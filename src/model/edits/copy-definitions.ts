import type { Draft } from '../draft.ts';
import type { Fragment } from '../fragment.ts';
import type { PipelineId } from '../ids.ts';
import { definitionsOf, notesOfPipeline } from '../lookups.ts';
import { mapOutput } from '../map-records.ts';
import { definitionByName } from '../name-index.ts';
import { newBodyId, newNoteId, newPipelineId } from '../new-ids.ts';
import { sameDefinition } from '../same-definition.ts';
import { uniqueName } from '../sanitise-names.ts';
import { createCopier } from './copier.ts';
import { copyBody } from './copy-body.ts';

/**
 * Brings a fragment's sub-pipeline definitions into the document. One that is there already under its name stays;
 * a different one of the same name comes under a new name. Gives the document's definitions by the fragment's.
 */
export function copyDefinitions(draft: Draft, fragment: Fragment): ReadonlyMap<PipelineId, PipelineId> {
  const definitions = new Map<PipelineId, PipelineId>();
  const added: PipelineId[] = [];
  const names = new Set(definitionsOf(draft.base).map((definition) => definition.name));
  for (const definition of definitionsOf(fragment)) {
    const present = definitionByName(draft.base, definition.name);
    if (present !== undefined && sameDefinition(draft.base, present.id, fragment, definition.id)) {
      definitions.set(definition.id, present.id);
      continue;
    }
    const id = newPipelineId(draft);
    const body = newBodyId(draft);
    const name = uniqueName(definition.name, (candidate) => names.has(candidate));
    names.add(name);
    definitions.set(definition.id, id);
    added.push(definition.id);
    draft.pipelines.set(id, { ...definition, id, name, body, outputs: [] });
    draft.bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline: id }, children: [] });
  }
  for (const source of added) copyDefinition(draft, fragment, source, definitions);
  return definitions;
}

function copyDefinition(
  draft: Draft,
  fragment: Fragment,
  source: PipelineId,
  definitions: ReadonlyMap<PipelineId, PipelineId>,
): void {
  const from = fragment.pipelines.get(source);
  const id = definitions.get(source);
  const to = id === undefined ? undefined : draft.pipelines.get(id);
  if (from === undefined || to === undefined) return;
  const copier = createCopier(draft, fragment, { pipeline: to.id, definitions, isDefinition: true, source });
  copyBody(copier, from.body, to.body);
  draft.pipelines.set(to.id, { ...to, outputs: from.outputs.map((output) => mapOutput(output, copier.map.reference)) });
  for (const side of ['inputs', 'outputs'] as const) {
    const layout = fragment.layout.get(`${side}:${source}`);
    if (layout !== undefined) draft.layout.set(`${side}:${to.id}`, layout);
  }
  for (const note of notesOfPipeline(fragment, source)) {
    const noteId = newNoteId(draft);
    draft.notes.set(noteId, { ...note, id: noteId, pipeline: to.id });
    const layout = fragment.layout.get(note.id);
    if (layout !== undefined) draft.layout.set(noteId, layout);
  }
}
