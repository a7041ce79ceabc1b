import type { Reference } from '../argument.ts';
import type { PipelineDocument, PipelineRecord } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { PipelineId, TaskId } from '../ids.ts';
import { pipelineOfBody } from '../lookups.ts';
import { mapArgument } from '../map-references.ts';
import { sameData, withField } from '../records.ts';
import { referenceExists } from '../reference-check.ts';
import { argumentLabel, writeArgument } from './set-argument.ts';

/** Where a wire ends: an input port of a task, or an output of the pipeline. */
export type WireEnd =
  | { readonly kind: 'port'; readonly task: TaskId; readonly port: string }
  | { readonly kind: 'output'; readonly pipeline: PipelineId; readonly output: string };

/** Wires a source to a port or a pipeline output, replacing what was there. A source the pipeline lacks changes nothing. */
export function connect(document: PipelineDocument, source: Reference, end: WireEnd): Edit {
  if (end.kind === 'output') return connectOutput(document, source, end);
  const task = document.tasks.get(end.task);
  const label = argumentLabel('edit.connect', task, end.port);
  if (task === undefined || !referenceExists(document, pipelineOfBody(document, task.parent), source)) {
    return unchanged(document, label);
  }
  return writeArgument(document, task, end.port, source, label);
}

/** Takes a wire away. With a `source`, only that reference goes (a text keeps its other parts). */
export function disconnect(document: PipelineDocument, end: WireEnd, source?: Reference): Edit {
  if (end.kind === 'output') return disconnectOutput(document, end);
  const task = document.tasks.get(end.task);
  const label = argumentLabel('edit.disconnect', task, end.port);
  const argument = task?.arguments[end.port];
  if (task === undefined || argument === undefined) return unchanged(document, label);
  const rest =
    source === undefined
      ? undefined
      : mapArgument(argument, (reference) => (sameData(reference, source) ? undefined : reference));
  return writeArgument(document, task, end.port, rest, label);
}

type OutputEnd = WireEnd & { readonly kind: 'output' };

function connectOutput(document: PipelineDocument, source: Reference, end: OutputEnd): Edit {
  const label = { key: 'edit.connect-output', values: { name: end.output } };
  const pipeline = document.pipelines.get(end.pipeline);
  if (pipeline === undefined || !referenceExists(document, end.pipeline, source)) return unchanged(document, label);
  return writeSource(document, pipeline, end.output, source, label);
}

function disconnectOutput(document: PipelineDocument, end: OutputEnd): Edit {
  const label = { key: 'edit.disconnect-output', values: { name: end.output } };
  const pipeline = document.pipelines.get(end.pipeline);
  if (pipeline === undefined) return unchanged(document, label);
  return writeSource(document, pipeline, end.output, undefined, label);
}

function writeSource(
  document: PipelineDocument,
  pipeline: PipelineRecord,
  name: string,
  source: Reference | undefined,
  label: EditLabel,
): Edit {
  const before = pipeline.outputs.find((output) => output.name === name);
  if (before === undefined || sameData(before.source, source)) return unchanged(document, label);
  const outputs = pipeline.outputs.map((output) => (output === before ? withField(output, 'source', source) : output));
  const draft = createDraft(document);
  draft.pipelines.set(pipeline.id, { ...pipeline, outputs });
  return finishEdit(draft, label);
}
