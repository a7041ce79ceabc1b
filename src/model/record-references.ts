import type { Reference } from './argument.ts';
import type { PipelineRecord, TaskRecord } from './document.ts';
import type { ConditionOperand, GroupRecord } from './group.ts';
import { referencesOf, referencesOfSettings } from './references.ts';

/** Every reference of a task: arguments, options, importer metadata. "Run after" edges are not among them. */
export function referencesOfTask(task: TaskRecord): readonly Reference[] {
  const references: Reference[] = [];
  for (const argument of Object.values(task.arguments)) references.push(...referencesOf(argument));
  references.push(...referencesOfSettings(task.options));
  if (task.target.kind === 'importer' && task.target.metadata !== undefined) {
    references.push(...referencesOf(task.target.metadata));
  }
  return references;
}

/** Every reference a group holds itself: conditions, one-of sources, loop items. */
export function referencesOfGroup(group: GroupRecord): readonly Reference[] {
  switch (group.kind) {
    case 'loop':
      return group.items.kind === 'reference' ? [group.items.reference] : [];
    case 'exit-handler':
      return [];
    case 'branches':
      return [
        ...group.branches.flatMap((branch) => referencesOfCondition(branch.condition)),
        ...group.outputs.flatMap((output) => output.sources),
      ];
  }
}

type GroupCondition = (GroupRecord & { readonly kind: 'branches' })['branches'][number]['condition'];

/** Every reference of a branch's condition. */
export function referencesOfCondition(condition: GroupCondition): readonly Reference[] {
  if (condition === undefined) return [];
  if (condition.kind === 'raw') return condition.references.map(([, reference]) => reference);
  return [condition.left, condition.right].flatMap(referencesOfOperand);
}

function referencesOfOperand(operand: ConditionOperand): readonly Reference[] {
  return operand.kind === 'value' ? [] : [operand];
}

/** What feeds the outputs of a pipeline. */
export function referencesOfOutputs(pipeline: PipelineRecord): readonly Reference[] {
  return pipeline.outputs.flatMap((output) => (output.source === undefined ? [] : [output.source]));
}
