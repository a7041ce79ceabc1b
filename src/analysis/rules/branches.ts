import type { BranchesGroup, ConditionOperand, OneOfOutput } from '../../model/group.ts';
import type { ParameterPortType, ParameterType, PortType } from '../../model/port-type.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { Given } from '../check-given.ts';
import { checkScope } from '../check-scope.ts';
import { offersFor } from '../offers.ts';
import { parameterTypeOfValue } from '../parameter-type-of-value.ts';
import { resolveReference } from '../resolve-reference.ts';
import type { GroupContext } from '../rule.ts';

/** KFP SDK: `dsl.If`, `dsl.Elif`, `dsl.Else` and `dsl.OneOf`. */
export function checkBranches(context: GroupContext, group: BranchesGroup): void {
  const { document, report } = context;
  group.branches.forEach((branch, index) => {
    const field = `branches.${index}.condition`;
    const { condition } = branch;
    if (document.bodies.get(branch.body)?.children.length === 0) {
      report({ code: 'group-without-tasks', values: { body: branch.name } });
    }
    if (condition === undefined) {
      if (index < group.branches.length - 1 || index === 0) report({ code: 'branch-without-condition', field });
      return;
    }
    if (condition.kind === 'raw') {
      for (const [name, reference] of condition.references) typeOfOperand(context, reference, `${field}.${name}`);
      return;
    }
    const left = typeOfOperand(context, condition.left, field);
    const right = typeOfOperand(context, condition.right, field);
    if (left !== undefined && right !== undefined && !areComparable(left, right)) {
      report({ code: 'condition-types', values: { left: labelOf(left), right: labelOf(right) }, field });
    }
    if (condition.left.kind === 'value' && condition.right.kind === 'value')
      report({ code: 'condition-constant', field });
  });
  for (const output of group.outputs) checkOneOf(context, group, output);
}

/** The type of one side of a comparison; nothing where a problem was reported or nothing is known. */
function typeOfOperand(context: GroupContext, operand: ConditionOperand, field: string): ParameterType | undefined {
  const { document, pipeline, group, report } = context;
  if (operand.kind === 'value') {
    // KFP SDK: the text is put between quotes as it is, so a quote in it breaks the condition.
    if (typeof operand.value === 'string' && /['\\]/.test(operand.value)) report({ code: 'condition-quote', field });
    return operand.isFloat === true ? 'NUMBER_DOUBLE' : parameterTypeOfValue(operand.value);
  }
  const given = resolveReference(document, pipeline.id, operand);
  const problem = given.ok ? checkScope(document, group.id, operand) : given;
  if (problem !== undefined) {
    const place = { kind: 'node', node: group.id } as const;
    const takes = (other: Given): boolean => other.freedom === 'anything' || isPrimitive(other.type);
    const request = { place, consumer: group.id, takes, standsThere: true };
    const fixes = offersFor(document, pipeline.id, operand, request);
    report({ code: problem.code, values: { port: field, ...problem.values }, field, fixes });
    return undefined;
  }
  if (!given.ok || given.freedom === 'anything') return undefined;
  const { type } = given;
  if (isPrimitive(type)) return type.parameterType;
  report({ code: 'condition-not-primitive', values: { given: typeLabel(type) }, field });
  return undefined;
}

function isPrimitive(type: PortType): type is ParameterPortType {
  return type.kind === 'parameter' && !['LIST', 'STRUCT'].includes(type.parameterType);
}

/** KFP SDK: other mixtures compile to conditions that mean something else or cannot be read. */
function areComparable(left: ParameterType, right: ParameterType): boolean {
  const isNumber = (type: ParameterType): boolean => type === 'NUMBER_INTEGER' || type === 'NUMBER_DOUBLE';
  return left === right || (isNumber(left) && isNumber(right));
}

function labelOf(parameterType: ParameterType): string {
  return typeLabel({ kind: 'parameter', parameterType });
}

function checkOneOf({ document, pipeline, report }: GroupContext, group: BranchesGroup, output: OneOfOutput): void {
  const values = { output: output.name };
  if (group.branches.at(-1)?.condition !== undefined) report({ code: 'one-of-needs-else', values });
  if (output.sources.length !== group.branches.length) report({ code: 'one-of-needs-every-branch', values });
  const types: PortType[] = [];
  for (const source of output.sources) {
    const given = resolveReference(document, pipeline.id, source);
    if (!given.ok) report({ code: given.code, values: { port: output.name, ...given.values } });
    else if (given.freedom === 'exact') types.push(given.type);
  }
  const labels = new Set(types.map(typeLabel));
  if (labels.size > 1) report({ code: 'one-of-types', values: { ...values, types: [...labels] } });
}
