import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { TaskId } from '../ids.ts';
import { pipelineOfBody } from '../lookups.ts';
import { sameData } from '../records.ts';
import { referenceExists } from '../reference-check.ts';
import { referencesOfSettings } from '../references.ts';
import type { TaskOptions } from '../task-options.ts';

/** Replaces the options of a task as a whole. Options that refer to something the pipeline does not hold change nothing. */
export function setTaskOptions(document: PipelineDocument, id: TaskId, options: TaskOptions): Edit {
  const task = document.tasks.get(id);
  const label = { key: 'edit.set-task-options', values: { name: task?.name ?? '' } };
  if (task === undefined || sameData(task.options, options)) return unchanged(document, label);
  const pipeline = pipelineOfBody(document, task.parent);
  const kept = new Set(referencesOfSettings(task.options).map((reference) => JSON.stringify(reference)));
  const usable = referencesOfSettings(options).every(
    (reference) => kept.has(JSON.stringify(reference)) || referenceExists(document, pipeline, reference),
  );
  if (!usable) return unchanged(document, label);
  const draft = createDraft(document);
  draft.tasks.set(id, { ...task, options });
  return finishEdit(draft, label);
}
