import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { executorInputText } from './executor-input.ts';
import { type CommandContext, inputText, isGiven, JOB_PLACEHOLDERS, PLACEHOLDER } from './input-text.ts';

const PART = /^(inputs|outputs)\.(parameters|artifacts)\['([^']+)'\](?:\.(.+))?$/;
const STRUCTURES = ['{"Concat": ', '{"IfPresent": '];

/**
 * A command line with everything filled in that is known. KFP SDK 1.8: `_resolve_command_line_and_paths`: conditions
 * are decided here, and an element that is an input nobody gave is left out.
 */
export function commandText(context: CommandContext, elements: readonly string[]): readonly string[] {
  return elements.flatMap((element) => {
    const structure = STRUCTURES.some((start) => element.startsWith(start)) ? parseJson(element) : undefined;
    return structure === undefined ? textElement(context, element) : expand(context, structure);
  });
}

function textElement(context: CommandContext, element: string): readonly string[] {
  const whole = /^\{\{\$\.inputs\.\w+\['([^']+)'\](?:\.path)?\}\}$/.exec(element);
  if (whole?.[1] !== undefined && !isGiven(context, whole[1])) return [];
  return [fillPlaceholders(context, element)];
}

/** Replaces KFP's placeholders by paths, by values, and by Argo's own marks. */
export function fillPlaceholders(context: CommandContext, text: string): string {
  return text.replace(PLACEHOLDER, (whole, path: string | undefined) => {
    if (path === undefined) return executorInputText(context);
    return JOB_PLACEHOLDERS[path] ?? taskPlaceholder(context, path) ?? portPlaceholder(context, path) ?? whole;
  });
}

function taskPlaceholder({ task }: CommandContext, path: string): string | undefined {
  return path === 'pipeline_task_name' ? task.name : undefined;
}

function portPlaceholder(context: CommandContext, path: string): string | undefined {
  const [, side, , port = ''] = PART.exec(path) ?? [];
  if (side === undefined) return undefined;
  if (side === 'outputs') return context.outputPaths.get(port);
  const input = context.description.inputs.find(({ id }) => id === port);
  return input === undefined ? undefined : inputText(context, input);
}

function expand(context: CommandContext, value: YamlTree): readonly string[] {
  if (typeof value === 'string') return textElement(context, value);
  if (isList(value)) return value.flatMap((item) => expand(context, item));
  if (typeof value !== 'object' || value === null) return [String(value)];
  const { Concat: concat, IfPresent: condition } = value as { readonly [key: string]: YamlTree };
  if (concat !== undefined) return [expand(context, concat).join('')];
  return expandCondition(context, condition as { readonly [key: string]: YamlTree });
}

function expandCondition(context: CommandContext, condition: { readonly [key: string]: YamlTree }): readonly string[] {
  const chosen = isGiven(context, String(condition.InputName)) ? condition.Then : condition.Else;
  return chosen === undefined ? [] : expand(context, chosen);
}

function isList(value: YamlTree): value is readonly YamlTree[] {
  return Array.isArray(value);
}

function parseJson(text: string): YamlTree | undefined {
  try {
    return JSON.parse(text) as YamlTree;
  } catch {
    return undefined;
  }
}
