import type { PipelineDocument } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { GroupId, NodeId, TaskId } from '../ids.ts';
import { nodeRecord, pipelineOfNode } from '../lookups.ts';
import { withField } from '../records.ts';
import { sanitiseTaskName } from '../sanitise-names.ts';
import { healMissing } from './heal-missing.ts';
import { freeTaskName } from './names.ts';

/** Renames a task: sanitised, made unique. References hold ids, so none can dangle. A name of no letters changes nothing. */
export function renameTask(document: PipelineDocument, id: TaskId, wanted: string): Edit {
  const task = document.tasks.get(id);
  const pipeline = pipelineOfNode(document, id);
  const sanitised = sanitiseTaskName(wanted);
  const label = { key: 'edit.rename-task', values: { name: sanitised } };
  if (task === undefined || pipeline === undefined || sanitised === '' || sanitised === task.name) {
    return unchanged(document, label);
  }
  const name = freeTaskName(document, pipeline, sanitised);
  const draft = createDraft(document);
  draft.tasks.set(id, { ...task, name });
  healMissing(draft, pipeline, name, id);
  return finishEdit(draft, { key: 'edit.rename-task', values: { name } });
}

/** Sets the free text shown instead of the name; empty text takes it away. */
export function setDisplayName(document: PipelineDocument, id: NodeId, displayName: string): Edit {
  const draft = createDraft(document);
  const value = displayName === '' ? undefined : displayName;
  const task = draft.tasks.get(id as TaskId);
  const group = draft.groups.get(id as GroupId);
  if (task !== undefined) draft.tasks.set(task.id, withField(task, 'displayName', value));
  if (group !== undefined) draft.groups.set(group.id, withField(group, 'displayName', value));
  const name = nodeRecord(document, id)?.name ?? '';
  return finishEdit(draft, { key: 'edit.set-display-name', values: { name } });
}
