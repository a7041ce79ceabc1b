import { resolveReference } from '../../../../src/analysis/resolve-reference.ts';
import type { PipelineDocument } from '../../../../src/model/document.ts';
import type { ConditionOperand, ConditionValue } from '../../../../src/model/group.ts';
import type { PipelineId } from '../../../../src/model/ids.ts';

/** What a constant side of a comparison must be, so that both sides are the same. */
export type OperandType = 'text' | 'whole' | 'decimal' | 'truth';

/** What the other side asks of a constant. Two constants compare as what this one is. */
export function typeAskedBy(document: PipelineDocument, pipeline: PipelineId, other: ConditionOperand): OperandType {
  if (other.kind === 'value') return typeOfValue(other);
  const given = resolveReference(document, pipeline, other);
  if (!given.ok || given.type.kind !== 'parameter') return 'text';
  switch (given.type.parameterType) {
    case 'NUMBER_INTEGER':
      return 'whole';
    case 'NUMBER_DOUBLE':
      return 'decimal';
    case 'BOOLEAN':
      return 'truth';
    default:
      return 'text';
  }
}

function typeOfValue({ value, isFloat }: ConditionValue): OperandType {
  if (typeof value === 'boolean') return 'truth';
  if (typeof value === 'string') return 'text';
  return Number.isInteger(value) && isFloat !== true ? 'whole' : 'decimal';
}

/** Whether a constant is what is asked for; a whole number will do as a decimal one. */
export function fitsOperand(operand: ConditionValue, type: OperandType): boolean {
  const own = typeOfValue(operand);
  return own === type || (own === 'whole' && type === 'decimal');
}

/** A text as the constant that is asked for; undefined where it is none. */
export function readOperand(text: string, type: OperandType): ConditionValue | undefined {
  if (type === 'text') return { kind: 'value', value: text };
  if (type === 'truth')
    return text === 'true' || text === 'false' ? { kind: 'value', value: text === 'true' } : undefined;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return undefined;
  if (type === 'whole') return Number.isSafeInteger(number) ? { kind: 'value', value: number } : undefined;
  return Number.isInteger(number) ? { kind: 'value', value: number, isFloat: true } : { kind: 'value', value: number };
}

/** What a side starts with when it becomes a constant. */
export function firstValue(type: OperandType): ConditionValue {
  return readOperand(type === 'truth' ? 'true' : type === 'text' ? '' : '0', type) ?? { kind: 'value', value: '' };
}
