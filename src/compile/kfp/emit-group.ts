import { pythonJson } from '../../yaml/python-text.ts';
import type { PlannedGroup, PlannedLoop, PlannedTask } from '../plan/plan.ts';

import { conditionText } from './condition-text.ts';
import type { TaskSpec } from './ir.ts';

/** What a group's task has beside inputs and dependencies. KFP SDK: `build_task_spec_for_group`. */
export function emitGroupFields(group: PlannedGroup): Partial<TaskSpec> {
  if (group.kind === 'condition') return { triggerPolicy: { condition: conditionText(group.terms) } };
  if (group.kind !== 'loop') return {};
  const { parallelism } = group;
  return { ...emitIterator(group), ...(parallelism > 0 ? { iteratorPolicy: { parallelismLimit: parallelism } } : {}) };
}

function emitIterator({ items, itemInput }: PlannedLoop): Partial<TaskSpec> {
  switch (items.kind) {
    case 'constant':
      return { parameterIterator: { itemInput, items: { raw: pythonJson(items.items, { sortKeys: true }) } } };
    case 'parameter':
      return { parameterIterator: { itemInput, items: { inputParameter: items.input } } };
    case 'artifact':
      return { artifactIterator: { itemInput, items: { inputArtifact: items.input } } };
  }
}

/** Whether a planned task is a group. */
export function isGroupTask(task: PlannedTask): task is PlannedTask & { readonly runs: { readonly kind: 'group' } } {
  return task.runs.kind === 'group';
}
