import { resolveReference } from '../../analysis/resolve-reference.ts';
import type { LoopItemReference, Reference } from '../../model/argument.ts';
import type { PortType } from '../../model/port-type.ts';
import { channelInputName, levelOf, oneOfOutputName, surfacedName, unexpected } from './channel-name.ts';
import { uncommonLevels } from './levels.ts';
import type { Binding, Scope } from './scope.ts';

/**
 * Resolves a reference where it is used: to an output of a sibling or to an input of the DAG. What lies further out is
 * asked of the parent scope, level by level. KFP SDK: `get_inputs_for_all_groups` ("punching holes").
 */
export function resolveBinding(scope: Scope, reference: Reference): Binding {
  const type = typeOf(scope, reference);
  switch (reference.kind) {
    case 'input':
      if (scope.parent === undefined) return { kind: 'component-input', input: reference.input, type };
      break;
    case 'loop-item':
      if (reference.field !== undefined) return fieldBinding(scope, reference, type);
      if (levelOf(scope, reference) === scope.level) {
        scope.ownItem.isUsed = true;
        return { kind: 'component-input', input: channelInputName(scope, reference), type };
      }
      break;
    default: {
      const source = siblingSource(scope, reference);
      if (source !== undefined) return { kind: 'task-output', ...source, type };
    }
  }
  return { kind: 'component-input', input: passIn(scope, reference), type };
}

/** Makes a group's DAG declare an input that holds a reference, and gives its name. */
export function passIn(scope: Scope, reference: Reference): string {
  if (scope.parent === undefined) throw unexpected(reference);
  const input = inputNameOf(scope, reference);
  if (!scope.passedIn.has(input)) scope.passedIn.set(input, { reference, type: typeOf(scope, reference) });
  return input;
}

/**
 * The name of the input that holds a reference. A loop over a list inside a loop over the same list gives both items
 * one name; the outer one gets another here. KFP SDK: mixes the two up.
 */
export function inputNameOf(scope: Scope, reference: Reference): string {
  const name = channelInputName(scope, reference);
  if (reference.kind !== 'loop-item') return name;
  const own = levelOf(scope, reference);
  const item = channelInputName(scope, { kind: 'loop-item', loop: reference.loop });
  for (let level = scope.level; level !== undefined && level !== own; level = level.parent) {
    if (level.kind !== 'loop') continue;
    const inner = channelInputName(scope, { kind: 'loop-item', loop: level.record.id });
    if (inner === item) return `${name}-of-${own.name}`;
  }
  return name;
}

/** A field is taken where the item is at hand. KFP SDK: `LoopArgumentVariable`. */
function fieldBinding(scope: Scope, reference: LoopItemReference, type: PortType): Binding {
  const { field = '', loop } = reference;
  const item = resolveBinding(scope, { kind: 'loop-item', loop });
  if (item.kind !== 'component-input') throw unexpected(reference);
  return { kind: 'component-input', input: item.input, field, type };
}

/** The output of a task or group of this very DAG that gives the value; nothing if it lies further out. */
function siblingSource(
  scope: Scope,
  reference: Exclude<Reference, { readonly kind: 'input' | 'loop-item' }>,
): { readonly task: string; readonly output: string } | undefined {
  const level = levelOf(scope, reference);
  if (reference.kind === 'collected') {
    const surfacing = uncommonLevels(level, scope.level).at(-1);
    if (surfacing === undefined || surfacing === level || surfacing.parent !== scope.level) return undefined;
    return { task: surfacing.name, output: surfacedName(level, reference.output) };
  }
  if (level.parent !== scope.level) return undefined;
  if (reference.kind === 'task-output') return { task: level.name, output: reference.output };
  if (level.kind !== 'branches') throw unexpected(reference);
  return { task: level.name, output: oneOfOutputName(level.record, reference.output) };
}

/** The type of what a reference gives. */
export function typeOf(scope: Scope, reference: Reference): PortType {
  const resolved = resolveReference(scope.document, scope.pipeline.id, reference);
  if (!resolved.ok) throw unexpected(reference);
  return resolved.type;
}
