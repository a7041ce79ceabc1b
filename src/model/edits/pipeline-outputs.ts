import type { Reference } from '../argument.ts';
import type { PipelineDocument, PipelineOutput } from '../document.ts';
import { createDraft, type Draft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { PipelineId } from '../ids.ts';
import { pipelineOfBody, pipelineRecord } from '../lookups.ts';
import { withField } from '../records.ts';
import { sanitisePortName } from '../sanitise-names.ts';
import { usersOfPipeline } from '../users.ts';
import { mapReferencesInPipeline } from './map-pipeline.ts';
import type { AddedPort } from './pipeline-inputs.ts';
import { applyChanges, type Changes, freePortName, insertItem, moveItem } from './pipeline-ports.ts';

/** Adds a pipeline output that nothing feeds yet; its name is sanitised and made unique. */
export function addOutput(
  document: PipelineDocument,
  id: PipelineId,
  output: Omit<PipelineOutput, 'source'>,
  index?: number,
): AddedPort {
  const pipeline = pipelineRecord(document, id);
  const name = freePortName(pipeline.outputs, output.name, 'output');
  const draft = createDraft(document);
  draft.pipelines.set(id, { ...pipeline, outputs: insertItem(pipeline.outputs, { ...output, name }, index) });
  return { ...finishEdit(draft, { key: 'edit.add-output', values: { name } }), name };
}

/** Changes the type or description of a pipeline output. What feeds it is set by `connect`. */
export function updateOutput(
  document: PipelineDocument,
  id: PipelineId,
  name: string,
  changes: Changes<Omit<PipelineOutput, 'name' | 'source'>>,
): Edit {
  const pipeline = pipelineRecord(document, id);
  const outputs = pipeline.outputs.map((output) =>
    output.name === name ? applyChanges<PipelineOutput>(output, changes) : output,
  );
  const draft = createDraft(document);
  if (outputs.some((output, index) => output !== pipeline.outputs[index])) {
    draft.pipelines.set(id, { ...pipeline, outputs });
  }
  return finishEdit(draft, { key: 'edit.update-output', values: { name } });
}

/** Moves a pipeline output to another place in the list. */
export function moveOutput(document: PipelineDocument, id: PipelineId, name: string, index: number): Edit {
  const pipeline = pipelineRecord(document, id);
  const from = pipeline.outputs.findIndex((output) => output.name === name);
  const draft = createDraft(document);
  const outputs = from < 0 ? pipeline.outputs : moveItem(pipeline.outputs, from, index);
  draft.pipelines.set(id, withField(pipeline, 'outputs', outputs));
  return finishEdit(draft, { key: 'edit.move-output', values: { name } });
}

/** Renames a pipeline output and, for a definition, every reference to it from the tasks that run it. */
export function renameOutput(document: PipelineDocument, id: PipelineId, name: string, wanted: string): Edit {
  const pipeline = pipelineRecord(document, id);
  const sanitised = sanitisePortName(wanted);
  const others = pipeline.outputs.filter((output) => output.name !== name);
  const label = { key: 'edit.rename-output', values: { name, to: sanitised } };
  if (others.length === pipeline.outputs.length || sanitised === '' || sanitised === name) {
    return unchanged(document, label);
  }
  const to = freePortName(others, sanitised, 'output');
  const draft = createDraft(document);
  const outputs = pipeline.outputs.map((output) => (output.name === name ? { ...output, name: to } : output));
  draft.pipelines.set(id, { ...pipeline, outputs });
  mapOutputUsers(draft, id, name, (reference) => ({ ...reference, output: to }));
  return finishEdit(draft, { key: 'edit.rename-output', values: { name, to } });
}

/** Removes a pipeline output and, for a definition, every reference to it. */
export function removeOutput(document: PipelineDocument, id: PipelineId, name: string): Edit {
  const pipeline = pipelineRecord(document, id);
  const outputs = pipeline.outputs.filter((output) => output.name !== name);
  const draft = createDraft(document);
  if (outputs.length < pipeline.outputs.length) {
    draft.pipelines.set(id, { ...pipeline, outputs });
    mapOutputUsers(draft, id, name, () => undefined);
  }
  return finishEdit(draft, { key: 'edit.remove-output', values: { name } });
}

type OutputReference = Reference & { readonly kind: 'task-output' | 'collected' };

/** Maps the references to one output of every task that runs a definition. */
function mapOutputUsers(
  draft: Draft,
  definition: PipelineId,
  name: string,
  map: (reference: OutputReference) => Reference | undefined,
): void {
  const users = usersOfPipeline(draft.base, definition);
  const ids = new Set(users.map((user) => user.id));
  const pipelines = new Set(users.map((user) => pipelineOfBody(draft.base, user.parent)));
  for (const pipeline of pipelines) {
    mapReferencesInPipeline(draft, pipeline, {
      reference: (reference) => {
        const producer = reference.kind === 'task-output' || reference.kind === 'collected';
        return producer && ids.has(reference.task) && reference.output === name ? map(reference) : reference;
      },
    });
  }
}
