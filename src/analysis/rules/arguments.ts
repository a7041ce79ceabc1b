import type { InputPort } from '../../catalog/component-description.ts';
import { checkConstant, checkTypes } from '../../catalog/port-compatibility.ts';
import type { Argument, ConstantValue, Reference, TemplateValue } from '../../model/argument.ts';
import { isReference } from '../../model/references.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import { typeLabel } from '../../model/type-label.ts';
import { checkGiven, type Given } from '../check-given.ts';
import { checkScope } from '../check-scope.ts';
import { convertConstant } from '../convert-constant.ts';
import { literalsOf } from '../declared-by-component.ts';
import type { Fix } from '../diagnostic.ts';
import { type OfferRequest, offersFor } from '../offers.ts';
import { resolveReference } from '../resolve-reference.ts';
import { fix, type TaskContext } from '../rule.ts';
import { inputOfTask } from '../task-interface.ts';
import { producerOf } from '../upstream.ts';

/** Every argument of a task against its port. KFP SDK: `PipelineTask.__init__` and `verify_type_compatibility`. */
export function checkArguments(context: TaskContext): void {
  for (const [port, argument] of Object.entries(context.task.arguments)) checkArgument(context, port, argument);
}

function checkArgument(context: TaskContext, id: string, argument: Argument): void {
  const input = inputOfTask(context.ports, id);
  if (input === undefined && context.ports.problem === undefined) {
    const fixes = [removeArgument(context, id)];
    context.report({ code: 'unknown-argument', values: { port: id }, port: { side: 'in', id }, fixes });
  }
  const expected = context.ports.problem === undefined ? input : undefined;
  switch (argument.kind) {
    case 'value':
      if (expected !== undefined) checkValue(context, expected, argument.value);
      return;
    case 'text':
      checkParts(context, id, argument.parts);
      if (expected !== undefined) checkBuiltValue(context, expected, 'STRING');
      return;
    case 'template':
      checkTemplate(context, id, argument.value);
      if (expected !== undefined)
        checkBuiltValue(context, expected, argument.value.kind === 'list' ? 'LIST' : 'STRUCT');
      return;
    default:
      checkReference(context, id, argument, expected);
  }
}

function checkValue(context: TaskContext, input: InputPort, value: ConstantValue): void {
  const { document, task } = context;
  const code = checkConstant(value, input.type);
  if (code === undefined) {
    const allowed = literalsOf(document, task, input.id);
    if (allowed === undefined || allowed.some((literal) => literal === value)) return;
    context.report({
      code: 'constant-not-allowed',
      values: { port: input.name, value: shortText(value), allowed: allowed.map((literal) => JSON.stringify(literal)) },
      port: { side: 'in', id: input.id },
      fixes: allowed.map((literal) => {
        const change = { kind: 'set-argument-value', task: task.id, port: input.id, value: literal } as const;
        return fix(change, { port: input.name, value: JSON.stringify(literal) });
      }),
    });
    return;
  }
  const converted = input.type.kind === 'parameter' ? convertConstant(value, input.type.parameterType) : undefined;
  const fixes: Fix[] = [];
  if (converted !== undefined) {
    const change = { kind: 'set-argument-value', task: task.id, port: input.id, value: converted } as const;
    fixes.push(fix(change, { port: input.name, value: JSON.stringify(converted) }));
  }
  fixes.push(removeArgument(context, input.id));
  context.report({
    code,
    values: { port: input.name, expected: typeLabel(input.type), value: shortText(value) },
    port: { side: 'in', id: input.id },
    fixes,
  });
}

/** A text with references is a text, a list or map with references inside stays a list or map. */
function checkBuiltValue(context: TaskContext, input: InputPort, given: 'STRING' | 'LIST' | 'STRUCT'): void {
  const code = checkTypes({ kind: 'parameter', parameterType: given }, input.type);
  if (code === undefined) return;
  const label = typeLabel({ kind: 'parameter', parameterType: given });
  context.report({
    code,
    values: { port: input.name, given: label, expected: typeLabel(input.type) },
    port: { side: 'in', id: input.id },
    fixes: [removeArgument(context, input.id)],
  });
}

function checkReference(context: TaskContext, id: string, reference: Reference, input: InputPort | undefined): void {
  const takes = (other: Given): boolean => input === undefined || checkGiven(other, input.type) === undefined;
  const given = usableReference(context, id, reference, takes);
  if (given === undefined || input === undefined) return;
  const code = checkGiven(given, input.type);
  if (code === undefined) return;
  const producer = producerOf(reference);
  context.report({
    code,
    values: { port: input.name, given: typeLabel(given.type), expected: typeLabel(input.type) },
    port: { side: 'in', id },
    ...(producer === undefined ? {} : { related: [producer] }),
    fixes: [...offersAt(context, id, reference, takes), removeArgument(context, id)],
  });
}

/**
 * KFP SDK: only parameters can stand inside text, "dsl.OneOf does not support string interpolation", and a
 * `dsl.Collected` in a text is taken for the output of one iteration.
 */
function checkParts(context: TaskContext, id: string, parts: readonly (string | Reference)[]): void {
  const takes = (other: Given, reference: Reference): boolean =>
    reference.kind !== 'one-of' &&
    reference.kind !== 'collected' &&
    (other.type.kind === 'parameter' || other.freedom === 'anything');
  for (const part of parts.filter(isReference)) {
    const given = usableReference(context, id, part, takes);
    if (given === undefined || takes(given, part)) continue;
    context.report({
      code: part.kind === 'one-of' || part.kind === 'collected' ? `${part.kind}-in-text` : 'artifact-in-text',
      values: { port: inputOfTask(context.ports, id)?.name ?? id, given: typeLabel(given.type) },
      port: { side: 'in', id },
      fixes: [...offersAt(context, id, part, takes), removeArgument(context, id)],
    });
  }
}

function checkTemplate(context: TaskContext, id: string, template: TemplateValue): void {
  if (template.kind === 'text') checkParts(context, id, template.parts);
  if (template.kind === 'list') for (const item of template.items) checkTemplate(context, id, item);
  if (template.kind === 'map') for (const [, entry] of template.entries) checkTemplate(context, id, entry);
}

function usableReference(
  context: TaskContext,
  id: string,
  reference: Reference,
  takes: OfferRequest['takes'],
): Given | undefined {
  const { document, pipeline, task, report } = context;
  const resolved = resolveReference(document, pipeline.id, reference);
  const problem = resolved.ok ? checkScope(document, task.id, reference) : resolved;
  if (problem === undefined) return resolved.ok ? resolved : undefined;
  const producer = producerOf(reference);
  report({
    code: problem.code,
    values: { port: inputOfTask(context.ports, id)?.name ?? id, ...problem.values },
    port: { side: 'in', id },
    ...(producer === undefined || !document.tasks.has(producer as never) ? {} : { related: [producer] }),
    fixes: [
      ...offersAt(context, id, reference, takes),
      ...declareInput(context, id, reference),
      removeArgument(context, id),
    ],
  });
  return undefined;
}

function offersAt(
  { document, pipeline, task }: TaskContext,
  port: string,
  reference: Reference,
  takes: OfferRequest['takes'],
): readonly Fix[] {
  const place = { kind: 'port', task: task.id, port } as const;
  return offersFor(document, pipeline.id, reference, { place, consumer: task.id, takes, standsThere: true });
}

/** The input that is missing, of the type of the port. */
function declareInput({ pipeline, ports }: TaskContext, id: string, reference: Reference): readonly Fix[] {
  const type = inputOfTask(ports, id)?.type;
  if (reference.kind !== 'input' || type === undefined || sanitisePortName(reference.input) !== reference.input)
    return [];
  if (pipeline.inputs.some(({ name }) => name === reference.input)) return [];
  return [fix({ kind: 'declare-input', pipeline: pipeline.id, input: reference.input, type })];
}

function removeArgument({ task, ports }: TaskContext, port: string): Fix {
  return fix({ kind: 'remove-argument', task: task.id, port }, { port: inputOfTask(ports, port)?.name ?? port });
}

function shortText(value: ConstantValue): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
