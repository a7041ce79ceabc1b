import type { Reference } from '../../model/argument.ts';
import type { BranchesGroup, LoopGroup } from '../../model/group.ts';
import type { NodeId } from '../../model/ids.ts';
import { type Level, uncommonLevels } from './levels.ts';
import type { Scope } from './scope.ts';

/** A document that passed analysis cannot bring the compiler here. */
export function unexpected(reference: Reference): Error {
  return new Error(`Reference ${JSON.stringify(reference)} was not caught by analysis`);
}

/** KFP SDK: `additional_input_name_for_pipeline_channel`. */
export function channelInputName(scope: Scope, reference: Reference): string {
  return prefixed(channelName(scope, reference));
}

function prefixed(channel: string): string {
  return `pipelinechannel--${channel}`;
}

/** KFP SDK: `PipelineChannel.full_name`. What a group surfaces has the group's name and that of its output. */
export function channelName(scope: Scope, reference: Reference): string {
  switch (reference.kind) {
    case 'input':
      return reference.input;
    case 'task-output':
      return outputChannel(levelOf(scope, reference), reference.output);
    case 'collected': {
      const producer = levelOf(scope, reference);
      const surfacing = uncommonLevels(producer, scope.level).at(-1) ?? producer;
      return `${surfacing.name}-${prefixed(outputChannel(producer, reference.output))}`;
    }
    case 'one-of': {
      const level = levelOf(scope, reference);
      if (level.kind !== 'branches') throw unexpected(reference);
      return `${level.name}-${oneOfOutputName(level.record, reference.output)}`;
    }
    case 'loop-item': {
      const level = levelOf(scope, reference);
      if (level.kind !== 'loop') throw unexpected(reference);
      const item = itemChannel(scope, level.record);
      return reference.field === undefined ? item : `${item}-subvar-${reference.field}`;
    }
  }
}

function outputChannel(producer: Level, output: string): string {
  return `${producer.name}-${output}`;
}

/** KFP SDK: `LoopParameterArgument`: a loop over constants has a number of its own, another the name of its list. */
function itemChannel(scope: Scope, { items }: LoopGroup): string {
  return items.kind === 'constant'
    ? `loop-item-param-${items.itemNumber}`
    : `${channelName(scope, items.reference)}-loop-item`;
}

/** The name under which a group surfaces the output of a task inside it. */
export function surfacedName(producer: Level, output: string): string {
  return prefixed(outputChannel(producer, output));
}

/** The name of a one-of output in the IR. KFP SDK: `OneOf` outputs count from 1 in each group. */
export function oneOfOutputName(group: BranchesGroup, output: string): string {
  return prefixed(`${group.name}-${oneOfNumbers(group).get(output) ?? output}`);
}

/** `oneof-1`, …: what is called so keeps its number, the others take the free ones. */
function oneOfNumbers({ outputs }: BranchesGroup): ReadonlyMap<string, string> {
  const names = new Map(outputs.filter(({ name }) => /^oneof-[0-9]+$/.test(name)).map(({ name }) => [name, name]));
  let number = 1;
  for (const { name } of outputs) {
    if (names.has(name)) continue;
    while (names.has(`oneof-${number}`)) number += 1;
    names.set(name, `oneof-${number}`);
    number += 1;
  }
  return names;
}

/** The level of what a reference points at. */
export function levelOf(scope: Scope, reference: Exclude<Reference, { readonly kind: 'input' }>): Level {
  const level = scope.levels.ofNode.get(nodeOf(reference));
  if (level === undefined) throw unexpected(reference);
  return level;
}

/** The task or group that gives what a reference takes. */
function nodeOf(reference: Exclude<Reference, { readonly kind: 'input' }>): NodeId {
  if (reference.kind === 'loop-item') return reference.loop;
  return reference.kind === 'one-of' ? reference.group : reference.task;
}
