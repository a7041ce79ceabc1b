import type { InputPort } from '../../catalog/component-description.ts';
import { checkConstant, checkTypes } from '../../catalog/port-compatibility.ts';
import type { Argument, ConstantValue, Reference, TemplateValue } from '../../model/argument.ts';
import { isReference } from '../../model/references.ts';
import { typeLabel } from '../../model/type-label.ts';
import { checkScope } from '../check-scope.ts';
import { convertConstant } from '../convert-constant.ts';
import type { Fix } from '../diagnostic.ts';
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
  const code = checkConstant(value, input.type);
  if (code === undefined) return;
  const { task } = context;
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
  const given = usableReference(context, id, reference);
  if (given === undefined || input === undefined || given.freedom === 'anything') return;
  if (given.freedom === 'any-parameter' && input.type.kind === 'parameter') return;
  const code = checkTypes(given.type, input.type);
  if (code === undefined) return;
  const producer = producerOf(reference);
  context.report({
    code,
    values: { port: input.name, given: typeLabel(given.type), expected: typeLabel(input.type) },
    port: { side: 'in', id },
    ...(producer === undefined ? {} : { related: [producer] }),
    fixes: [removeArgument(context, id)],
  });
}

/** KFP SDK: only parameters can stand inside text. */
function checkParts(context: TaskContext, id: string, parts: readonly (string | Reference)[]): void {
  for (const part of parts.filter(isReference)) {
    const given = usableReference(context, id, part);
    if (given?.type.kind !== 'artifact' || given.freedom === 'anything') continue;
    context.report({
      code: 'artifact-in-text',
      values: { port: inputOfTask(context.ports, id)?.name ?? id, given: typeLabel(given.type) },
      port: { side: 'in', id },
      fixes: [removeArgument(context, id)],
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
): Extract<ReturnType<typeof resolveReference>, { readonly ok: true }> | undefined {
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
    fixes: [removeArgument(context, id)],
  });
  return undefined;
}

function removeArgument({ task, ports }: TaskContext, port: string): Fix {
  return fix({ kind: 'remove-argument', task: task.id, port }, { port: inputOfTask(ports, port)?.name ?? port });
}

function shortText(value: ConstantValue): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
