import type { Reference } from '../argument.ts';
import type { ComponentRecord, PipelineDocument, TaskRecord } from '../document.ts';
import { createDraft, finishEdit, unchanged } from '../draft.ts';
import type { Edit } from '../edit.ts';
import type { NodeId, TaskId } from '../ids.ts';
import { isTask, nodesOfPipeline, pipelineOfBody, pipelineRecord } from '../lookups.ts';
import { referencesOfGroup, referencesOfOutputs, referencesOfTask } from '../record-references.ts';
import { mapReferencesInPipeline } from './map-pipeline.ts';
import { removeUnusedComponents } from './remove-nodes.ts';

/** The port ids the new component has. */
export interface ComponentPorts {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** What replacing a task's component would take away. */
export interface ReplacementPlan {
  /** Ports whose arguments have no place any more. */
  readonly arguments: readonly string[];
  /** Tasks and groups that read an output the new component lacks. */
  readonly users: readonly NodeId[];
  /** Pipeline outputs fed by such an output. */
  readonly outputs: readonly string[];
}

/** What `replaceComponent` with these ports would take away, to be shown before. */
export function planComponentReplacement(
  document: PipelineDocument,
  id: TaskId,
  ports: ComponentPorts,
): ReplacementPlan {
  const task = document.tasks.get(id);
  if (task === undefined) return { arguments: [], users: [], outputs: [] };
  const lost = lostReference(id, ports);
  const pipeline = pipelineOfBody(document, task.parent);
  const users = nodesOfPipeline(document, pipeline).filter((node) =>
    (isTask(node) ? referencesOfTask(node) : referencesOfGroup(node)).some(lost),
  );
  const record = pipelineRecord(document, pipeline);
  const fed = referencesOfOutputs(record).some(lost);
  const outputs = fed ? record.outputs.filter(({ source }) => source !== undefined && lost(source)) : [];
  return {
    arguments: Object.keys(task.arguments).filter((port) => !ports.inputs.includes(port)),
    users: users.map((node) => node.id),
    outputs: outputs.map((output) => output.name),
  };
}

/** Puts another component in a task's place. Arguments and readers of ports that both have stay; the others go. */
export function replaceComponent(
  document: PipelineDocument,
  id: TaskId,
  component: ComponentRecord,
  ports: ComponentPorts,
): Edit {
  const task = document.tasks.get(id);
  const label = { key: 'edit.replace-component', values: { name: task?.name ?? '' } };
  if (task === undefined) return unchanged(document, label);
  const draft = createDraft(document);
  draft.components.set(component.key, document.components.get(component.key) ?? component);
  draft.tasks.set(id, withComponent(task, component, ports));
  const lost = lostReference(id, ports);
  mapReferencesInPipeline(draft, pipelineOfBody(document, task.parent), {
    reference: (reference) => (lost(reference) ? undefined : reference),
  });
  removeUnusedComponents(draft, new Set([id]));
  return finishEdit(draft, label);
}

function withComponent(task: TaskRecord, component: ComponentRecord, ports: ComponentPorts): TaskRecord {
  const kept = Object.entries(task.arguments).filter(([port]) => ports.inputs.includes(port));
  const same = kept.length === Object.keys(task.arguments).length;
  return {
    ...task,
    target: { kind: 'component', component: component.key },
    arguments: same ? task.arguments : Object.fromEntries(kept),
  };
}

function lostReference(id: TaskId, ports: ComponentPorts): (reference: Reference) => boolean {
  return (reference) =>
    (reference.kind === 'task-output' || reference.kind === 'collected') &&
    reference.task === id &&
    !ports.outputs.includes(reference.output);
}
