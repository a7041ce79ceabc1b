import type { BranchesGroup, Comparison, ConditionOperand } from '../../model/group.ts';
import type { BodyId, GroupId } from '../../model/ids.ts';
import type { ParameterPortType, ParameterType, PortType } from '../../model/port-type.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { Given } from '../check-given.ts';
import { checkScope } from '../check-scope.ts';
import { convertConstant } from '../convert-constant.ts';
import type { Fix } from '../diagnostic.ts';
import { offersFor } from '../offers.ts';
import { parameterTypeOfValue } from '../parameter-type-of-value.ts';
import { resolveReference } from '../resolve-reference.ts';
import { fix, type GroupContext } from '../rule.ts';
import { checkOneOfs } from './one-of.ts';

/** KFP SDK: `dsl.If`, `dsl.Elif`, `dsl.Else` and `dsl.OneOf`. */
export function checkBranches(context: GroupContext, group: BranchesGroup): void {
  const { document, report } = context;
  const removeGroup = fix({ kind: 'remove-group', group: group.id });
  if (group.branches.length === 0) report({ code: 'group-without-branches', fixes: [removeGroup] });
  group.branches.forEach((branch, index) => {
    const field = `branches.${index}.condition`;
    const { condition } = branch;
    const remove = fix({ kind: 'remove-branch', group: group.id, body: branch.body }, { name: branch.name });
    const removals = group.branches.length > 1 ? [remove] : [];
    if (document.bodies.get(branch.body)?.children.length === 0) {
      const fixes = removals.length > 0 ? removals : [removeGroup];
      report({ code: 'group-without-tasks', values: { body: branch.name }, fixes });
    }
    if (condition === undefined) {
      if (index < group.branches.length - 1 || index === 0) {
        report({ code: 'branch-without-condition', field, fixes: removals });
      }
      return;
    }
    if (condition.kind === 'raw') {
      for (const [name, reference] of condition.references) typeOfOperand(context, reference, `${field}.${name}`);
      return;
    }
    const left = typeOfOperand(context, condition.left, field);
    const right = typeOfOperand(context, condition.right, field);
    if (left !== undefined && right !== undefined && !areComparable(left, right)) {
      const values = { left: labelOf(left), right: labelOf(right) };
      const fixes = conversions(group.id, branch.body, condition, { left, right });
      report({ code: 'condition-types', values, field, fixes });
    }
    if (condition.left.kind === 'value' && condition.right.kind === 'value')
      report({ code: 'condition-constant', field });
  });
  checkOneOfs(context, group);
}

/** A constant of the type of the other side, where nothing is lost. */
function conversions(
  group: GroupId,
  body: BodyId,
  condition: Comparison,
  types: { readonly left: ParameterType; readonly right: ParameterType },
): readonly Fix[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const operand = condition[side];
    if (operand.kind !== 'value') return [];
    const value = convertConstant(operand.value, types[side === 'left' ? 'right' : 'left']);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    return [fix({ kind: 'set-condition-value', group, body, side, value }, { value: JSON.stringify(value) })];
  });
}

/** The type of one side of a comparison; nothing where a problem was reported or nothing is known. */
function typeOfOperand(context: GroupContext, operand: ConditionOperand, field: string): ParameterType | undefined {
  const { document, pipeline, group, report } = context;
  if (operand.kind === 'value') {
    if (typeof operand.value === 'number' && !Number.isFinite(operand.value)) {
      report({ code: 'condition-not-finite', field });
    }
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

const PRIMITIVES: ReadonlySet<ParameterType> = new Set(['STRING', 'NUMBER_INTEGER', 'NUMBER_DOUBLE', 'BOOLEAN']);

function isPrimitive(type: PortType): type is ParameterPortType {
  return type.kind === 'parameter' && PRIMITIVES.has(type.parameterType);
}

/** KFP SDK: other mixtures compile to conditions that mean something else or cannot be read. */
function areComparable(left: ParameterType, right: ParameterType): boolean {
  const isNumber = (type: ParameterType): boolean => type === 'NUMBER_INTEGER' || type === 'NUMBER_DOUBLE';
  return left === right || (isNumber(left) && isNumber(right));
}

function labelOf(parameterType: ParameterType): string {
  return typeLabel({ kind: 'parameter', parameterType });
}
