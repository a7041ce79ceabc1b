import { celText } from '../../compile/kfp/condition-text.ts';
import type { Reference } from '../../model/argument.ts';
import type { Condition, ConditionOperand } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { pythonRepr } from '../../yaml/python-text.ts';
import { pythonFloat } from '../../yaml/yaml-tree.ts';
import { inputReference } from './channels.ts';
import type { DagScope } from './outline.ts';
import { type ParsedComparison, type ParsedOperand, parseComparison } from './parse-condition.ts';

/** How a condition names an input; old compilers wrote `parameters`. */
const CHANNEL = /inputs\.parameter(?:_value)?s\['([^']*)'\]/g;

/**
 * The condition of a branch; `inner` is the DAG it guards, whose inputs it looks at. A text that a comparison would not
 * give back to the letter stays as it is, with what it refers to.
 */
export function readCondition(inner: DagScope, text: string): Condition {
  const parsed = parseComparison(text);
  const left = parsed && operandOf(inner, parsed.left);
  const right = parsed && operandOf(inner, parsed.right);
  const isSame = parsed !== undefined && comparisonText(inner, parsed) === text;
  if (left === undefined || right === undefined || !isSame) return readRaw(inner, text);
  return { kind: 'comparison', left, operator: parsed.operator, right };
}

function readRaw(inner: DagScope, text: string): Condition {
  const references = new Map<string, Reference>();
  for (const match of text.matchAll(CHANNEL)) {
    const name = match[1] ?? '';
    const reference = inputReference(inner, name);
    if (reference !== undefined) references.set(name, reference);
  }
  return { kind: 'raw', text, references: [...references] };
}

function operandOf(inner: DagScope, operand: ParsedOperand): ConditionOperand | undefined {
  return operand.kind === 'channel' ? inputReference(inner, operand.name) : operand;
}

/** KFP SDK: `_resolve_condition_operands`. Nothing where the operands are of types that it mixes up. */
function comparisonText(inner: DagScope, { left, operator, right }: ParsedComparison): string | undefined {
  const leftType = typeOf(inner, left);
  const rightType = typeOf(inner, right);
  if (leftType === rightType) return `${operandText(left, leftType)} ${operator} ${operandText(right, rightType)}`;
  if (!isNumber(leftType) || !isNumber(rightType)) return undefined;
  return `${doubleText(left, leftType)} ${operator} ${doubleText(right, rightType)}`;
}

function isNumber(type: ParameterType | undefined): boolean {
  return type === 'NUMBER_INTEGER' || type === 'NUMBER_DOUBLE';
}

function doubleText(operand: ParsedOperand, type: ParameterType | undefined): string {
  const text = operandText(operand, type);
  return type === 'NUMBER_INTEGER' ? `double(${text})` : text;
}

function operandText(operand: ParsedOperand, type: ParameterType | undefined): string {
  if (operand.kind === 'channel') {
    const text = `inputs.parameter_values['${operand.name}']`;
    return type === 'NUMBER_INTEGER' ? `int(${text})` : text;
  }
  const { value } = operand;
  if (typeof value === 'string') return celText(value);
  return typeof value === 'number' && type === 'NUMBER_DOUBLE' ? pythonRepr(pythonFloat(value)) : String(value);
}

function typeOf(inner: DagScope, operand: ParsedOperand): ParameterType | undefined {
  if (operand.kind === 'channel') {
    return inner.component.inputDefinitions?.parameters?.[operand.name]?.parameterType;
  }
  const { value, isFloat } = operand;
  if (typeof value === 'string') return 'STRING';
  if (typeof value === 'boolean') return 'BOOLEAN';
  return isFloat === true || !Number.isInteger(value) ? 'NUMBER_DOUBLE' : 'NUMBER_INTEGER';
}
