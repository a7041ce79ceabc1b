import type { Reference } from '../argument.ts';
import type { PipelineDocument, PipelineInput, PipelineRecord } from '../document.ts';
import { createDraft, type Draft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { PipelineId } from '../ids.ts';
import { pipelineRecord } from '../lookups.ts';
import { withField } from '../records.ts';
import { sanitisePortName } from '../sanitise-names.ts';
import { usersOfPipeline } from '../users.ts';
import { mapReferencesInPipeline } from './map-pipeline.ts';
import { applyChanges, type Changes, freePortName, insertItem, moveItem } from './pipeline-ports.ts';

/** An edit that made a pipeline input or output. */
export interface AddedPort extends Edit {
  readonly name: string;
}

/** Adds a pipeline input; its name is sanitised and made unique. */
export function addInput(document: PipelineDocument, id: PipelineId, input: PipelineInput, index?: number): AddedPort {
  const pipeline = pipelineRecord(document, id);
  const name = freePortName(pipeline.inputs, input.name, 'input');
  const draft = createDraft(document);
  draft.pipelines.set(id, { ...pipeline, inputs: insertItem(pipeline.inputs, { ...input, name }, index) });
  return { ...finishEdit(draft, { key: 'edit.add-input', values: { name } }), name };
}

/** Changes fields of a pipeline input other than its name; `undefined` takes a field away. */
export function updateInput(
  document: PipelineDocument,
  id: PipelineId,
  name: string,
  changes: Changes<Omit<PipelineInput, 'name'>>,
): Edit {
  const pipeline = pipelineRecord(document, id);
  const inputs = pipeline.inputs.map((input) =>
    input.name === name ? applyChanges<PipelineInput>(input, changes) : input,
  );
  const draft = createDraft(document);
  if (inputs.some((input, index) => input !== pipeline.inputs[index])) draft.pipelines.set(id, { ...pipeline, inputs });
  return finishEdit(draft, { key: 'edit.update-input', values: { name } });
}

/** Moves a pipeline input to another place in the list. */
export function moveInput(document: PipelineDocument, id: PipelineId, name: string, index: number): Edit {
  const pipeline = pipelineRecord(document, id);
  const from = pipeline.inputs.findIndex((input) => input.name === name);
  const draft = createDraft(document);
  const inputs = from < 0 ? pipeline.inputs : moveItem(pipeline.inputs, from, index);
  draft.pipelines.set(id, withField(pipeline, 'inputs', inputs));
  return finishEdit(draft, { key: 'edit.move-input', values: { name } });
}

/** Renames a pipeline input, with every reference to it and, for a definition, the arguments of the tasks that run it. */
export function renameInput(document: PipelineDocument, id: PipelineId, name: string, wanted: string): Edit {
  const pipeline = pipelineRecord(document, id);
  const sanitised = sanitisePortName(wanted);
  const others = pipeline.inputs.filter((input) => input.name !== name);
  const label = { key: 'edit.rename-input', values: { name, to: sanitised } };
  if (others.length === pipeline.inputs.length || sanitised === '' || sanitised === name) {
    return unchanged(document, label);
  }
  const to = freePortName(others, sanitised, 'input');
  const draft = createDraft(document);
  const inputs = pipeline.inputs.map((input) => (input.name === name ? { ...input, name: to } : input));
  draft.pipelines.set(id, { ...pipeline, inputs });
  mapInput(draft, id, name, (reference) => ({ ...reference, input: to }));
  renameArguments(draft, pipeline, name, to);
  return finishEdit(draft, { key: 'edit.rename-input', values: { name, to } });
}

/** Removes a pipeline input, with every reference to it and the arguments of tasks that feed it. */
export function removeInput(document: PipelineDocument, id: PipelineId, name: string): Edit {
  const pipeline = pipelineRecord(document, id);
  const inputs = pipeline.inputs.filter((input) => input.name !== name);
  const draft = createDraft(document);
  if (inputs.length < pipeline.inputs.length) {
    draft.pipelines.set(id, { ...pipeline, inputs });
    mapInput(draft, id, name, () => undefined);
    for (const user of usersOfPipeline(document, id)) {
      const task = draft.tasks.get(user.id) ?? user;
      draft.tasks.set(task.id, withField(task, 'arguments', withField(task.arguments, name, undefined)));
    }
  }
  return finishEdit(draft, { key: 'edit.remove-input', values: { name } });
}

type InputReference = Reference & { readonly kind: 'input' };

function mapInput(
  draft: Draft,
  pipeline: PipelineId,
  name: string,
  map: (reference: InputReference) => Reference | undefined,
): void {
  mapReferencesInPipeline(draft, pipeline, {
    reference: (reference) => (reference.kind === 'input' && reference.input === name ? map(reference) : reference),
  });
}

function renameArguments(draft: Draft, pipeline: PipelineRecord, name: string, to: string): void {
  for (const user of usersOfPipeline(draft.base, pipeline.id)) {
    const task = draft.tasks.get(user.id) ?? user;
    if (!Object.hasOwn(task.arguments, name)) continue;
    const kept = Object.entries(task.arguments).filter(([port]) => port !== to);
    const renamed = kept.map(([port, argument]) => [port === name ? to : port, argument] as const);
    draft.tasks.set(task.id, { ...task, arguments: Object.fromEntries(renamed) });
  }
}
