import type { Argument } from '../argument.ts';
import type { PipelineDocument, TaskRecord } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { TaskId } from '../ids.ts';
import { pipelineOfBody } from '../lookups.ts';
import { sameData, withField } from '../records.ts';
import { argumentExists } from '../reference-check.ts';

/** Sets what feeds an input port. An argument that refers to something the pipeline does not hold changes nothing. */
export function setArgument(document: PipelineDocument, id: TaskId, port: string, argument: Argument): Edit {
  const task = document.tasks.get(id);
  const label = argumentLabel('edit.set-argument', task, port);
  if (task === undefined || !argumentExists(document, pipelineOfBody(document, task.parent), argument)) {
    return unchanged(document, label);
  }
  return writeArgument(document, task, port, argument, label);
}

/** Makes an input port unset, which is different from empty. */
export function clearArgument(document: PipelineDocument, id: TaskId, port: string): Edit {
  const task = document.tasks.get(id);
  const label = argumentLabel('edit.clear-argument', task, port);
  if (task === undefined) return unchanged(document, label);
  return writeArgument(document, task, port, undefined, label);
}

/** The label of an edit of one port. */
export function argumentLabel(key: string, task: TaskRecord | undefined, port: string): EditLabel {
  return { key, values: { name: task?.name ?? '', port } };
}

/** Writes or takes away an argument without looking at its references. */
export function writeArgument(
  document: PipelineDocument,
  task: TaskRecord,
  port: string,
  argument: Argument | undefined,
  label: EditLabel,
): Edit {
  const before = Object.hasOwn(task.arguments, port) ? task.arguments[port] : undefined;
  if (sameData(before, argument)) return unchanged(document, label);
  const draft = createDraft(document);
  draft.tasks.set(task.id, { ...task, arguments: withField(task.arguments, port, argument) });
  return finishEdit(draft, label);
}
