import type { TFunction } from 'i18next';
import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Condition, ConditionOperand, GroupRecord, LoopGroup } from '../../../src/model/group.ts';
import type { BodyId } from '../../../src/model/ids.ts';
import { bodiesOfGroup, isTask, nodesBelow } from '../../../src/model/lookups.ts';
import { describeArgument, referenceText } from './argument-text.ts';

/** What a group does, as a sentence: its title on the canvas. */
export function sentenceOfGroup(document: PipelineDocument, group: GroupRecord, t: TFunction): string {
  switch (group.kind) {
    case 'loop':
      return sentenceOfLoop(document, group, t);
    case 'exit-handler': {
      const task = group.exitTask === undefined ? undefined : document.tasks.get(group.exitTask);
      if (task === undefined) return t('canvas.group.exitWithout');
      return t('canvas.group.exitThen', { task: task.displayName ?? task.name });
    }
    case 'branches':
      if (group.branches.length === 1) return sentenceOfBranch(document, group, 0, t);
      return t('canvas.group.branches', { count: group.branches.length });
  }
}

/** If, else if or else, with the condition. */
export function sentenceOfBranch(
  document: PipelineDocument,
  group: GroupRecord & { readonly kind: 'branches' },
  index: number,
  t: TFunction,
): string {
  const condition = group.branches[index]?.condition;
  if (condition === undefined) return t('canvas.group.else');
  const words = wordsOfCondition(document, condition);
  return t(index === 0 ? 'canvas.group.if' : 'canvas.group.elif', { condition: words });
}

function sentenceOfLoop(document: PipelineDocument, { items, parallelism }: LoopGroup, t: TFunction): string {
  const over =
    items.kind === 'constant'
      ? describeArgument(document, { kind: 'value', value: items.items })
      : referenceText(document, items.reference);
  if (parallelism === undefined || parallelism === 0) return t('canvas.group.loop', { items: over });
  return t('canvas.group.loopAtMost', { items: over, count: parallelism });
}

/** A condition in one line: `train.accuracy >= 0.9`. */
function wordsOfCondition(document: PipelineDocument, condition: Condition): string {
  if (condition.kind === 'raw') return condition.text;
  const operand = (side: ConditionOperand): string =>
    side.kind === 'value' ? JSON.stringify(side.value) : referenceText(document, side);
  return `${operand(condition.left)} ${condition.operator} ${operand(condition.right)}`;
}

/** How many tasks stand in a group, or in one body of it. */
export function countTasks(document: PipelineDocument, group: GroupRecord, only?: BodyId): number {
  const bodies = only === undefined ? bodiesOfGroup(group) : [only];
  return bodies.reduce((count, body) => count + nodesBelow(document, body).filter(isTask).length, 0);
}
