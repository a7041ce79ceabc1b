import type { Branch, Comparison, Condition, ConditionOperand } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { constantText } from './constant-text.ts';
import type { Frame } from './emission.ts';
import { parameterTypeOf, sourceOf } from './sources.ts';

/**
 * The `when` of a branch: that no branch before it holds, and that it does. Undefined where there is nothing to ask.
 * Argo evaluates it as a govaluate expression after filling in values.
 */
export function conditionText(frame: Frame, branches: readonly Branch[], index: number): string | undefined {
  const before = branches.slice(0, index).flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  const own = branches[index]?.condition;
  const negated = before.map((condition) => `!(${termText(frame, condition)})`);
  if (own === undefined) return negated.length === 0 ? undefined : negated.join(' && ');
  const text = termText(frame, own);
  return negated.length === 0 ? text : [...negated, `(${text})`].join(' && ');
}

function termText(frame: Frame, condition: Condition): string {
  if (condition.kind === 'raw') throw new Error(`Condition ${condition.text} was not caught by analysis`);
  const { left, operator, right } = condition;
  const truth = truthTest(frame, condition);
  if (truth !== undefined) return truth;
  const types = [typeOf(frame, left), typeOf(frame, right)];
  const isEquality = operator === '==' || operator === '!=';
  const isText = types.includes('STRING') || types.includes('BOOLEAN');
  const quoted = isText || (isEquality && !types.includes('NUMBER_DOUBLE'));
  return [operandText(frame, left, quoted), operator, operandText(frame, right, quoted)].join(' ');
}

/** Programs write `true` or `True`; both are meant. */
function truthTest(frame: Frame, { left, operator, right }: Comparison): string | undefined {
  const [reference, constant] = left.kind === 'value' ? [right, left] : [left, right];
  if (reference.kind === 'value' || constant.kind !== 'value' || typeof constant.value !== 'boolean') return undefined;
  const test = operator === '!=' ? '!~' : '=~';
  return `"{{${sourceOf(frame, reference)}}}" ${test} "(?i)^${constant.value}$"`;
}

function typeOf(frame: Frame, operand: ConditionOperand): ParameterType {
  if (operand.kind !== 'value') return parameterTypeOf(frame.scope, operand);
  if (typeof operand.value === 'boolean') return 'BOOLEAN';
  if (typeof operand.value === 'string') return 'STRING';
  return Number.isInteger(operand.value) ? 'NUMBER_INTEGER' : 'NUMBER_DOUBLE';
}

/** KFP SDK 1.8 puts quotes around both sides of `==` and `!=`, around none of the others. */
function operandText(frame: Frame, operand: ConditionOperand, quoted: boolean): string {
  const text =
    operand.kind === 'value'
      ? constantText(operand.value, typeOf(frame, operand)).replace(/["\\]/g, '\\$&')
      : `{{${sourceOf(frame, operand)}}}`;
  return quoted ? `"${text}"` : text;
}
