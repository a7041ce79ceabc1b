import type { PipelineDocument } from '../document.ts';
import type { PipelineId } from '../ids.ts';
import { isNameTaken } from '../name-index.ts';
import { sanitiseTaskName, uniqueName } from '../sanitise-names.ts';

/** KFP SDK: the sanitised name, `task` when nothing is left of it, with the first free of `-2`, `-3`, … . */
export function freeTaskName(document: PipelineDocument, pipeline: PipelineId, wanted: string): string {
  const base = sanitiseTaskName(wanted) || 'task';
  return uniqueName(base, (name) => isNameTaken(document, pipeline, name));
}
