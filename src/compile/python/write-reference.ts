import { isReferringSetting } from '../../analysis/referring-setting.ts';
import { isHiddenField, isPythonName } from '../../analysis/targets/python-names.ts';
import { interfaceOfTask } from '../../analysis/task-interface.ts';
import type { Argument, Reference, SettingValue, TemplateValue } from '../../model/argument.ts';
import type { TaskId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import type { PortType } from '../../model/port-type.ts';
import { isReference } from '../../model/references.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { type Code, plain } from './code.ts';
import { type FunctionContext, oneOfKey } from './function-context.ts';
import { dictCode, escapeText, floatLiteral, listCode, literal, preferredQuote, stringLiteral } from './literals.ts';

/** A reference as Python writes it. `quote` is that of texts inside it. */
export function referenceCode(context: FunctionContext, reference: Reference, quote: '"' | "'" = '"'): string {
  switch (reference.kind) {
    case 'input':
      return reference.input;
    case 'task-output':
      return outputCode(context, reference.task, reference.output, quote);
    case 'collected':
      return `${context.module.use('dsl')}.Collected(${outputCode(context, reference.task, reference.output, quote)})`;
    case 'one-of':
      return context.oneOfs.get(oneOfKey(reference.group, reference.output)) ?? '';
    case 'loop-item': {
      const item = context.variables.get(reference.loop) ?? '';
      const { field } = reference;
      if (field === undefined) return item;
      if (isHiddenField(field)) return `${item}.__getattr__(${quote}${field}${quote})`;
      return isPythonName(field) ? `${item}.${field}` : `getattr(${item}, ${quote}${field}${quote})`;
    }
  }
}

/** The same where it may be broken over lines. */
export function referenceArgument(context: FunctionContext, reference: Reference): Code {
  const code = referenceCode(context, reference);
  const subscript = /^(\w+\.outputs\[)(".*")\]$/.exec(code);
  if (subscript === null) return code;
  return { head: subscript[1] ?? '', items: [plain(subscript[2] ?? '')], tail: ']' };
}

function outputCode(context: FunctionContext, task: TaskId, output: string, quote: '"' | "'"): string {
  const variable = context.variables.get(task) ?? '';
  const { outputs } = interfaceOfTask(context.document, task);
  return outputs.length === 1 ? `${variable}.output` : `${variable}.outputs[${quote}${output}${quote}]`;
}

/** Text with references in it: an f-string. Before Python 3.12 its own quotes cannot stand in what it holds. */
export function textCode(context: FunctionContext, parts: readonly (string | Reference)[]): string {
  const text = parts.filter((part) => typeof part === 'string').join('');
  if (parts.every((part) => typeof part === 'string')) return stringLiteral(text);
  const quote = preferredQuote(text);
  const inner = quote === '"' ? "'" : '"';
  const body = parts.map((part) => {
    if (typeof part !== 'string') return `{${referenceCode(context, part, inner)}}`;
    return escapeText(part, quote).replaceAll('{', '{{').replaceAll('}', '}}');
  });
  return `f${quote}${body.join('')}${quote}`;
}

/** What is passed to an input of the given type. */
export function argumentCode(context: FunctionContext, argument: Argument, type?: PortType): Code {
  if (argument.kind === 'value') return constantCode(argument.value, type);
  if (argument.kind === 'text') return textCode(context, argument.parts);
  if (argument.kind === 'template') return templateCode(context, argument.value);
  return referenceArgument(context, argument);
}

/** KFP SDK: a whole number does not pass for a float, nor a float for a whole number. */
export function constantCode(value: Parameters<typeof literal>[0], type?: PortType): Code {
  const expected = type?.kind === 'parameter' ? type.parameterType : undefined;
  const number = isPythonFloat(value) ? value.pythonFloat : value;
  if (typeof number !== 'number') return literal(value);
  if (expected === 'NUMBER_DOUBLE') return floatLiteral(number);
  return expected === 'NUMBER_INTEGER' ? literal(number) : literal(value);
}

function templateCode(context: FunctionContext, template: TemplateValue): Code {
  switch (template.kind) {
    case 'constant':
      return literal(template.value);
    case 'text': {
      const [only] = template.parts;
      // KFP SDK: a channel inside a list or map stands for its own text.
      if (template.parts.length === 1 && isReference(only)) return referenceArgument(context, only);
      return textCode(context, template.parts);
    }
    case 'list':
      return listCode(template.items.map((item) => templateCode(context, item)));
    case 'map':
      return dictCode(template.entries.map(([key, value]) => [key, templateCode(context, value)]));
  }
}

/** A setting: a constant, a reference, or text with references. */
export function settingCode(context: FunctionContext, value: SettingValue<JsonValue>): Code {
  if (isReference(value)) return referenceArgument(context, value);
  return isReferringSetting(value) ? textCode(context, value.parts) : literal(value);
}
