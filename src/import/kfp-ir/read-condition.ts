import { conditionText } from '../../compile/kfp/condition-text.ts';
import type { PlannedOperand } from '../../compile/plan/planned-terms.ts';
import type { Reference } from '../../model/argument.ts';
import type { Condition, ConditionOperand } from '../../model/group.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { inputReference } from './channels.ts';
import type { DagScope } from './outline-node.ts';
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

/** What a comparison would be compiled to. Nothing where its operands are of types that no comparison can have. */
function comparisonText(inner: DagScope, { left, operator, right }: ParsedComparison): string | undefined {
  const one = plannedOperand(inner, left);
  const other = plannedOperand(inner, right);
  if (one === undefined || other === undefined || (one.kind === 'value' && other.kind === 'value')) return undefined;
  const isMixed = one.parameterType !== other.parameterType;
  if (isMixed && !(isNumber(one.parameterType) && isNumber(other.parameterType))) return undefined;
  return conditionText([{ kind: 'comparison', negated: false, left: one, operator, right: other }]);
}

function isNumber(type: ParameterType): boolean {
  return type === 'NUMBER_INTEGER' || type === 'NUMBER_DOUBLE';
}

function plannedOperand(inner: DagScope, operand: ParsedOperand): PlannedOperand | undefined {
  const parameterType = typeOf(inner, operand);
  if (parameterType === undefined) return undefined;
  if (operand.kind === 'channel') return { kind: 'input', input: operand.name, parameterType };
  return { kind: 'value', value: operand.value, parameterType };
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
