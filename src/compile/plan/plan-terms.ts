import { parameterTypeOfValue } from '../../analysis/parameter-type-of-value.ts';
import type { BranchesGroup, Condition, ConditionOperand } from '../../model/group.ts';
import type { PlannedOperand, PlannedTerm } from './planned-terms.ts';
import { passIn, typeOf } from './resolve.ts';
import type { Scope } from './scope.ts';

/**
 * What must hold for a branch: none of the conditions before it, and its own. Operands become inputs of the branch.
 * KFP SDK: `If`, `Elif`, `Else`.
 */
export function planTerms(scope: Scope, group: BranchesGroup, index: number): readonly PlannedTerm[] {
  return group.branches.slice(0, index + 1).flatMap(({ condition }, position) => {
    return condition === undefined ? [] : [planTerm(scope, condition, position < index)];
  });
}

function planTerm(scope: Scope, condition: Condition, negated: boolean): PlannedTerm {
  if (condition.kind === 'raw') return { kind: 'raw', negated, text: rawText(scope, condition) };
  const { operator } = condition;
  const left = planOperand(scope, condition.left);
  const right = planOperand(scope, condition.right);
  return { kind: 'comparison', negated, left, operator, right };
}

function planOperand(scope: Scope, operand: ConditionOperand): PlannedOperand {
  if (operand.kind === 'value') {
    const parameterType = operand.isFloat === true ? 'NUMBER_DOUBLE' : parameterTypeOfValue(operand.value);
    return { kind: 'value', value: operand.value, parameterType };
  }
  const type = typeOf(scope, operand);
  if (type.kind === 'artifact') throw new Error('An artifact in a condition was not caught by analysis');
  return { kind: 'input', input: passIn(scope, operand), parameterType: type.parameterType };
}

/** Imported text (`inputs.parameter_values['name']`), its inputs by the names they have now. */
function rawText(scope: Scope, { text, references }: Condition & { readonly kind: 'raw' }): string {
  const inputs = new Map(references.map(([name, reference]) => [name, passIn(scope, reference)]));
  return text.replaceAll(/\['([^']*)'\]/g, (found, name: string) => {
    const input = inputs.get(name);
    return input === undefined ? found : `['${input}']`;
  });
}
