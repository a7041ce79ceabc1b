import { pythonFloatText, pythonIntText } from '../../yaml/python-number.ts';
import type { PlannedOperand, PlannedTerm } from '../plan/planned-terms.ts';

/** The condition of a branch in CEL: all of its terms. KFP SDK: `_binary_operations_to_cel_conjunctive`. */
export function conditionText(terms: readonly PlannedTerm[]): string {
  return terms.map(termText).join(' && ');
}

function termText(term: PlannedTerm): string {
  const text = term.kind === 'raw' ? term.text : comparisonText(term);
  return term.negated ? `!(${text})` : text;
}

/** Both sides are of one type, or an integer and a float; analysis takes no other mixture. */
function comparisonText({ left, operator, right }: PlannedTerm & { readonly kind: 'comparison' }): string {
  const isMixed = left.parameterType !== right.parameterType;
  const side = (operand: PlannedOperand): string => {
    const text = operandText(operand);
    return isMixed && operand.parameterType === 'NUMBER_INTEGER' ? `double(${text})` : text;
  };
  return `${side(left)} ${operator} ${side(right)}`;
}

function operandText(operand: PlannedOperand): string {
  if (operand.kind === 'input') {
    const text = `inputs.parameter_values['${operand.input}']`;
    return operand.parameterType === 'NUMBER_INTEGER' ? `int(${text})` : text;
  }
  const { value, parameterType } = operand;
  if (typeof value === 'string') return celText(value);
  if (typeof value === 'boolean') return String(value);
  return parameterType === 'NUMBER_DOUBLE' ? pythonFloatText(value) : pythonIntText(value);
}

/** A text in CEL: quotes, backslashes and line ends stand behind a backslash. KFP SDK: writes them as they are. */
export function celText(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `'${escaped}'`;
}
