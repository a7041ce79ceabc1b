import type {
  BranchesGroup,
  Condition,
  ConditionOperand,
  ExitHandlerGroup,
  GroupRecord,
  LoopGroup,
} from '../../model/group.ts';
import type { BodyId } from '../../model/ids.ts';
import { type Code, call, type Item, labelled, layOut, plain, wrapped } from './code.ts';
import { type FunctionContext, oneOfKey } from './function-context.ts';
import { floatLiteral, listCode, literal, stringLiteral } from './literals.ts';
import { loopItems } from './loop-items.ts';
import { referenceCode } from './write-reference.ts';

type WriteInner = (body: BodyId) => readonly string[];

/** A group: `with` blocks around what it holds. */
export function writeGroup(
  context: FunctionContext,
  group: GroupRecord,
  indent: number,
  writeInner: WriteInner,
): readonly string[] {
  switch (group.kind) {
    case 'loop':
      return writeLoop(context, group, indent, writeInner);
    case 'exit-handler':
      return writeExitHandler(context, group, indent, writeInner);
    case 'branches':
      return writeBranches(context, group, indent, writeInner);
  }
}

function writeLoop(context: FunctionContext, group: LoopGroup, indent: number, inner: WriteInner): readonly string[] {
  const items = loopItems(group);
  const arguments_ = [
    labelled(
      'items=',
      items.kind === 'reference' ? referenceCode(context, items.reference) : listCode(items.items.map(literal)),
    ),
    ...nameArgument(group.displayName),
    ...((group.parallelism ?? 0) > 0 ? [labelled('parallelism=', literal(group.parallelism ?? 0))] : []),
  ];
  const made = call(`${context.module.use('dsl')}.ParallelFor`, arguments_);
  return [withLine(made, context.variables.get(group.id), indent), ...inner(group.body)];
}

function writeExitHandler(
  context: FunctionContext,
  group: ExitHandlerGroup,
  indent: number,
  inner: WriteInner,
): readonly string[] {
  const exitTask = group.exitTask === undefined ? undefined : context.variables.get(group.exitTask);
  const made = call(`${context.module.use('dsl')}.ExitHandler`, [
    plain(exitTask ?? ''),
    ...nameArgument(group.displayName),
  ]);
  return [withLine(made, context.variables.get(group.id), indent), ...inner(group.body)];
}

function writeBranches(
  context: FunctionContext,
  group: BranchesGroup,
  indent: number,
  inner: WriteInner,
): readonly string[] {
  const dsl = context.module.use('dsl');
  const lines = group.branches.flatMap((branch, index) => {
    const kind = index === 0 ? 'If' : branch.condition === undefined ? 'Else' : 'Elif';
    const displayName = branch.displayName ?? (group.branches.length === 1 ? group.displayName : undefined);
    const condition = branch.condition === undefined ? [] : [plain(conditionCode(context, branch.condition))];
    const made = call(`${dsl}.${kind}`, [...condition, ...nameArgument(displayName)]);
    return [withLine(made, undefined, indent), ...inner(branch.body)];
  });
  if (group.branches.length > 1 && group.branches.at(-1)?.condition !== undefined) {
    lines.push(`${' '.repeat(indent)}${context.module.use('end_branches')}()`);
  }
  for (const { name, sources } of group.outputs) {
    const variable = context.oneOfs.get(oneOfKey(group.id, name));
    if (variable === undefined) continue;
    const made = call(
      `${dsl}.OneOf`,
      sources.map((source) => plain(referenceCode(context, source))),
    );
    lines.push(' '.repeat(indent) + layOut(wrapped(`${variable} = `, made), indent));
  }
  return lines;
}

function nameArgument(displayName: string | undefined): readonly Item[] {
  return displayName === undefined || displayName === '' ? [] : [labelled('name=', stringLiteral(displayName))];
}

function withLine(made: Code, variable: string | undefined, indent: number): string {
  const behind = variable === undefined ? ':' : ` as ${variable}:`;
  return ' '.repeat(indent) + layOut(wrapped('with ', made, behind), indent);
}

/** A comparison. Python would turn some round, so those are made by hand. */
function conditionCode(context: FunctionContext, condition: Condition): Code {
  if (condition.kind === 'raw') return stringLiteral(condition.text);
  const { left, operator, right } = condition;
  const [leftCode, rightCode] = [operandCode(context, left), operandCode(context, right)];
  // A loop item or one-of on the right is of a subclass, and Python asks the subclass first.
  const isTurned = left.kind === 'value' || (isSpecial(right) && !isSpecial(left));
  if (!isTurned) return `${leftCode} ${operator} ${rightCode}`;
  const operands = [stringLiteral(operator), leftCode, rightCode];
  return call(context.module.use('ConditionOperation'), operands.map(plain));
}

function isSpecial({ kind }: ConditionOperand): boolean {
  return kind === 'loop-item' || kind === 'one-of';
}

function operandCode(context: FunctionContext, operand: ConditionOperand): string {
  if (operand.kind !== 'value') return referenceCode(context, operand);
  const { value, isFloat } = operand;
  if (typeof value === 'number') return isFloat === true ? floatLiteral(value) : String(literal(value));
  return String(literal(value));
}
