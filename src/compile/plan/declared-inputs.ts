import type { Reference } from '../../model/argument.ts';
import type { BranchesGroup, Condition, ConditionOperand } from '../../model/group.ts';
import { isReference } from '../../model/references.ts';
import { channelName, levelOf } from './channel-name.ts';
import { type GroupLevel, uncommonLevels } from './levels.ts';
import { passIn } from './resolve.ts';
import type { Scope } from './scope.ts';

/**
 * Declares what a group is given though nothing in it may need it: the operands of the conditions around it, and its own
 * when it is a branch. KFP SDK: `get_inputs_for_all_groups` counts them as inputs of every task below.
 */
export function declareOperands(scope: Scope): void {
  const seen = new Set<Reference>();
  for (let level = scope.level; level !== undefined; level = level.parent) {
    if (level.kind !== 'branch') continue;
    for (const operand of operandsOfBranch(level.record, level.index)) {
      if (seen.has(operand)) continue;
      seen.add(operand);
      declare(scope, operand);
    }
  }
}

/**
 * Declares what a loop over a field of another loop's item is given beside the field when its own item is used.
 * KFP SDK: `get_inputs_for_all_groups`.
 */
export function declareOuterItem(scope: Scope, item: Reference & { readonly kind: 'loop-item' }): void {
  const level = levelOf(scope, item);
  if (level.kind !== 'loop' || level.record.items.kind === 'constant') return;
  const { reference } = level.record.items;
  if (reference.kind === 'loop-item' && reference.field !== undefined) declare(scope, item);
}

/** The references a branch decides by: those of the branches before it, then its own. */
export function operandsOfBranch(group: BranchesGroup, index: number): readonly Reference[] {
  return group.branches.slice(0, index + 1).flatMap(({ condition }) => operandsOf(condition));
}

function operandsOf(condition: Condition | undefined): readonly Reference[] {
  if (condition === undefined) return [];
  if (condition.kind === 'raw') return condition.references.map(([, reference]) => reference);
  return [condition.left, condition.right].filter((operand: ConditionOperand) => isReference(operand));
}

function declare(scope: Scope, reference: Reference): void {
  const needed = neededAt(scope, reference);
  if (needed !== undefined && !isOwnItem(scope, needed)) passIn(scope, needed);
}

/** KFP SDK: the item that a loop sets itself is taken out of its inputs again. */
function isOwnItem(scope: Scope, reference: Reference): boolean {
  if (scope.level?.kind !== 'loop') return false;
  const own: Reference = { kind: 'loop-item', loop: scope.level.record.id };
  return channelName(scope, reference) === channelName(scope, own);
}

/**
 * What a group has to be given for a reference inside it: the loop item that it is a field of, or the list that the
 * item is of, as long as the loops that make the more special one are still to come.
 */
function neededAt(scope: Scope, reference: Reference): Reference | undefined {
  const chain = chainOf(scope, reference);
  const base = chain.at(-1);
  if (base === undefined) return undefined;
  if (chain.length <= 2 && base.kind === 'loop-item') return chain.length === 1 ? base : undefined;
  const [self, ...around] = groupsFrom(scope, base);
  for (const level of around.reverse()) {
    const last = chain.at(-1);
    if (last !== undefined && isMadeBy(scope, last, level)) chain.pop();
  }
  return self === undefined ? undefined : chain.at(-1);
}

/** A reference, then what it is part of, out to what a task, a pipeline input or a list of constants gives. */
function chainOf(scope: Scope, reference: Reference): Reference[] {
  const chain: Reference[] = [reference];
  for (let last = reference; last.kind === 'loop-item'; ) {
    const level = levelOf(scope, last);
    if (last.field !== undefined) last = { kind: 'loop-item', loop: last.loop };
    else if (level.kind === 'loop' && level.record.items.kind === 'reference') last = level.record.items.reference;
    else break;
    chain.push(last);
  }
  return chain;
}

/** The groups from this one outwards that do not hold what gives the base as well. */
function groupsFrom(scope: Scope, base: Reference): GroupLevel[] {
  const { level } = scope;
  if (level === undefined) return [];
  const giver = base.kind === 'input' ? undefined : levelOf(scope, base);
  return uncommonLevels(level, giver?.parent) as GroupLevel[];
}

/** KFP SDK: tells by the name of the item whether a loop goes over something. */
function isMadeBy(scope: Scope, reference: Reference, level: GroupLevel): boolean {
  if (level.kind !== 'loop') return false;
  const item: Reference = { kind: 'loop-item', loop: level.record.id };
  return channelName(scope, item).includes(channelName(scope, reference));
}
