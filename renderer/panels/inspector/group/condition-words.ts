import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { Condition, ConditionOperand } from '../../../../src/model/group.ts';
import { textOfReference } from '../references/reference-words.ts';

/** A condition in one line: `train.accuracy >= 0.9`. */
export function wordsOfCondition(document: PipelineDocument, condition: Condition): string {
  if (condition.kind === 'raw') return condition.text;
  const operand = (side: ConditionOperand): string =>
    side.kind === 'value' ? JSON.stringify(side.value) : textOfReference(document, side);
  return `${operand(condition.left)} ${condition.operator} ${operand(condition.right)}`;
}
