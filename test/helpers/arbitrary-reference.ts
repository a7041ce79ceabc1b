import fc from 'fast-check';
import type { Reference } from '../../src/model/argument.ts';
import type { TaskRecord } from '../../src/model/document.ts';
import type { Condition } from '../../src/model/group.ts';
import { newGroupId, newTaskId } from '../../src/model/new-ids.ts';
import { arbitraryText } from './arbitrary-values.ts';
import { type Builder, PORTS, type Scope } from './document-builder.ts';

/** Conditions, some of them as raw text. */
export function arbitraryCondition(reference: fc.Arbitrary<Reference>): fc.Arbitrary<Condition> {
  const value = fc
    .oneof(
      arbitraryText,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
      fc.boolean(),
    )
    .map((constant) => ({ kind: 'value' as const, value: constant }));
  const wholeFloat = fc.integer().map((constant) => ({ kind: 'value' as const, value: constant, isFloat: true }));
  const operator = fc.constantFrom(
    '==' as const,
    '!=' as const,
    '<' as const,
    '<=' as const,
    '>' as const,
    '>=' as const,
  );
  const operand = fc.oneof(reference, value, wholeFloat);
  return fc.oneof(
    fc.record({ kind: fc.constant('comparison' as const), left: operand, operator, right: operand }),
    fc.record({
      kind: fc.constant('raw' as const),
      text: arbitraryText,
      references: fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'pipelinechannel--b'), reference), {
        selector: ([key]) => key,
        maxLength: 2,
      }),
    }),
  );
}

/** References a pipeline can hold. Conditions on what exists are met except where missing names are asked for. */
export function arbitraryReference(builder: Builder, scope: Scope): fc.Arbitrary<Reference> {
  const choices: fc.Arbitrary<Reference>[] = [];
  const producers = scope.tasks.flatMap((task) =>
    outputsOf(builder, task).map((output) => ({ task: task.id, output })),
  );
  const loops = scope.groups.filter((group) => group.kind === 'loop').map((group) => group.id);
  const oneOfs = scope.groups.flatMap((group) =>
    group.kind === 'branches' ? group.outputs.map((output) => ({ group: group.id, output: output.name })) : [],
  );
  if (scope.inputs.length > 0) {
    const names = scope.inputs.map((input) => input.name);
    choices.push(fc.constantFrom(...names).map((input) => ({ kind: 'input', input })));
  }
  if (producers.length > 0) {
    const kinds = fc.constantFrom('task-output' as const, 'task-output' as const, 'collected' as const);
    choices.push(fc.tuple(kinds, fc.constantFrom(...producers)).map(([kind, producer]) => ({ kind, ...producer })));
  }
  if (oneOfs.length > 0) choices.push(fc.constantFrom(...oneOfs).map((output) => ({ kind: 'one-of', ...output })));
  if (loops.length > 0) {
    const item = fc.record(
      { kind: fc.constant('loop-item' as const), loop: fc.constantFrom(...loops), field: fc.constantFrom('a', 'b_1') },
      { requiredKeys: ['kind', 'loop'] },
    );
    choices.push(item as fc.Arbitrary<Reference>);
  }
  if (builder.shape.missing || choices.length === 0) choices.push(lostReference(builder, scope));
  return fc.oneof(...choices);
}

/** The names of what a task gives. */
export function outputsOf(builder: Builder, task: TaskRecord): readonly string[] {
  if (task.target.kind !== 'pipeline') return PORTS;
  return builder.pipelines.get(task.target.pipeline)?.outputs.map((output) => output.name) ?? [];
}

/** References to a task or loop the document does not hold. Such a name has one id in a pipeline. */
function lostReference({ missing, parts }: Builder, scope: Scope): fc.Arbitrary<Reference> {
  const task = newTaskId(parts);
  const loop = newGroupId(parts);
  missing.set(task, `gone-${scope.tasks.length}`);
  missing.set(loop, `gone-loop`);
  return fc.constantFrom<Reference>({ kind: 'task-output', task, output: 'out.put' }, { kind: 'loop-item', loop });
}
