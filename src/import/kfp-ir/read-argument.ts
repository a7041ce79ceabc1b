import { isTreeList, isTreeMap, plainJson } from '../../catalog/tree.ts';
import type { TaskSpec } from '../../compile/kfp/ir.ts';
import type { Argument, ConstantValue, Reference, TemplateValue } from '../../model/argument.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { artifactReference, parameterReference } from './channels.ts';
import type { DagScope } from './outline-node.ts';
import { plainFloats } from './plain-floats.ts';

/** A placeholder for an input of the task itself. KFP SDK: `InputValuePlaceholder`. */
const PLACEHOLDER = /\{\{\$\.inputs\.parameters\['([^']*)'\]\}\}/g;

/** Reads what the inputs of one task say, against the inputs its component declares. */
export interface TaskReader {
  /** The argument of a declared parameter; nothing where it is filled by KFP or says nothing known. */
  argumentOf(name: string, type: ParameterType | undefined): Argument | undefined;
  artifactOf(name: string): Reference | undefined;
  /** A text as a setting: the text itself, a lone reference, or text with references. */
  settingOf(text: string): string | Argument;
  /** The same for a whole tree. */
  templateOf(tree: YamlTree): Argument;
}

/** Reads a task whose component declares the given parameters; other inputs were put there by the compiler. */
export function createTaskReader(task: TaskSpec, scope: DagScope): TaskReader {
  const parameters = task.inputs?.parameters ?? {};

  const channel = (name: string): Reference | undefined => {
    const source = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return source === undefined ? undefined : parameterReference(scope, source);
  };
  const partsOf = (text: string): readonly (string | Reference)[] => {
    if (!text.includes('{{$.inputs.')) return [text];
    const parts: (string | Reference)[] = [];
    let end = 0;
    for (const match of text.matchAll(PLACEHOLDER)) {
      const reference = channel(match[1] ?? '');
      if (reference === undefined) continue;
      if (match.index > end) parts.push(text.slice(end, match.index));
      parts.push(reference);
      end = match.index + match[0].length;
    }
    if (end < text.length || parts.length === 0) parts.push(text.slice(end));
    return parts;
  };
  const isPlain = (parts: readonly (string | Reference)[]): boolean => parts.every((part) => typeof part === 'string');
  const templateOf = (tree: YamlTree): TemplateValue => {
    if (typeof tree === 'string') {
      const parts = partsOf(tree);
      return isPlain(parts) ? { kind: 'constant', value: tree } : { kind: 'text', parts };
    }
    if (isTreeList(tree)) return { kind: 'list', items: tree.map(templateOf) };
    if (isTreeMap(tree)) {
      return { kind: 'map', entries: Object.entries(tree).map(([key, value]) => [key, templateOf(value)] as const) };
    }
    return { kind: 'constant', value: plainJson(tree) };
  };
  const constantOf = (tree: YamlTree, type: ParameterType | undefined): Argument => {
    if (!holdsPlaceholder(tree)) return { kind: 'value', value: constantOfType(tree, type) };
    const template = templateOf(tree);
    if (template.kind === 'text') return template;
    if (!holdsText(template)) return { kind: 'value', value: constantOfType(tree, type) };
    return { kind: 'template', value: template };
  };

  return {
    argumentOf(name, type) {
      const source = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (source?.runtimeValue !== undefined) return constantOf(source.runtimeValue.constant, type);
      return source === undefined ? undefined : parameterReference(scope, source);
    },
    artifactOf(name) {
      const source = task.inputs?.artifacts?.[name];
      return source === undefined ? undefined : artifactReference(scope, source);
    },
    settingOf(text) {
      const parts = partsOf(text);
      if (isPlain(parts)) return text;
      const [only] = parts;
      return parts.length === 1 && only !== undefined && typeof only !== 'string' ? only : { kind: 'text', parts };
    },
    templateOf: (tree) => constantOf(tree, undefined),
  };
}

/** Whether there can be a reference anywhere in a value. */
function holdsPlaceholder(tree: YamlTree): boolean {
  if (typeof tree === 'string') return tree.includes('{{$.inputs.');
  return (
    typeof tree === 'object' &&
    tree !== null &&
    Object.values(tree as { readonly [key: string]: YamlTree }).some(holdsPlaceholder)
  );
}

function holdsText(template: TemplateValue): boolean {
  if (template.kind === 'list') return template.items.some(holdsText);
  if (template.kind === 'map') return template.entries.some(([, entry]) => holdsText(entry));
  return template.kind === 'text';
}

/** Every number of the IR is a float; only a Float port keeps the mark. */
function constantOfType(tree: YamlTree, type: ParameterType | undefined): ConstantValue {
  return type === 'NUMBER_DOUBLE' && isPythonFloat(tree) ? (plainFloats(tree) as ConstantValue) : plainJson(tree);
}
