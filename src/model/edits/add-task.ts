import type { Argument } from '../argument.ts';
import { nameOfComponentKey } from '../component-key.ts';
import type { ComponentRecord, ImporterTarget, PipelineDocument, TaskRecord, TaskTarget } from '../document.ts';
import { createDraft, type Draft, finishEdit } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { BodyId, PipelineId, TaskId } from '../ids.ts';
import { pipelineOfBody, pipelineRecord, rootPipeline } from '../lookups.ts';
import { newTaskId } from '../new-ids.ts';
import { healMissing } from './heal-missing.ts';
import { freeTaskName } from './names.ts';
import { type Position, placeInBody, placeOnCanvas } from './place-node.ts';

/** An edit that made a task. */
export interface AddedTask extends Edit {
  readonly task: TaskId;
}

/** What a new task may be given beside its target. */
export interface NewTaskSettings {
  /** The wanted name; absent: the component's or definition's. Sanitised and made unique. */
  readonly name?: string;
  readonly displayName?: string;
  /** The body it stands in; absent: the root pipeline's. */
  readonly parent?: BodyId;
  readonly position?: Position;
  readonly arguments?: { readonly [port: string]: Argument };
}

/** Adds a task that runs a component; the component is embedded with it. */
export function addTask(
  document: PipelineDocument,
  component: ComponentRecord,
  settings: NewTaskSettings = {},
): AddedTask {
  const draft = createDraft(document);
  if (!draft.components.has(component.key)) draft.components.set(component.key, component);
  const target: TaskTarget = { kind: 'component', component: component.key };
  return insertTask(draft, target, settings.name ?? nameOfComponentKey(component.key), settings);
}

/** Adds a task that runs a sub-pipeline definition. */
export function addPipelineTask(
  document: PipelineDocument,
  pipeline: PipelineId,
  settings: NewTaskSettings = {},
): AddedTask {
  const name = settings.name ?? pipelineRecord(document, pipeline).name;
  return insertTask(createDraft(document), { kind: 'pipeline', pipeline }, name, settings);
}

/** Adds a task that imports an artifact. KFP SDK: an importer's task is named `importer`. */
export function addImporterTask(
  document: PipelineDocument,
  target: ImporterTarget,
  settings: NewTaskSettings = {},
): AddedTask {
  return insertTask(createDraft(document), target, settings.name ?? 'importer', settings);
}

function insertTask(draft: Draft, target: TaskTarget, wanted: string, settings: NewTaskSettings): AddedTask {
  const document = draft.base;
  const parent = settings.parent ?? rootPipeline(document).body;
  const pipeline = pipelineOfBody(document, parent);
  const name = freeTaskName(document, pipeline, wanted);
  const task: TaskRecord = {
    id: newTaskId(draft),
    parent,
    name,
    ...(settings.displayName === undefined ? {} : { displayName: settings.displayName }),
    target,
    arguments: settings.arguments ?? {},
    after: [],
    options: {},
  };
  draft.tasks.set(task.id, task);
  placeInBody(draft, task);
  placeOnCanvas(draft, task.id, settings.position);
  healMissing(draft, pipeline, name, task.id);
  return { ...finishEdit(draft, { key: 'edit.add-task', values: { name } }), task: task.id };
}
