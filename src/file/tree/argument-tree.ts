import type { Argument, ConstantValue, Reference, TemplateValue } from '../../model/argument.ts';
import type { NodeId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import { isReference, isTextArgument } from '../../model/references.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import { type FileEntry, type FileNode, fields, list, orderedMap, scalar, treeNode } from '../file-node.ts';
import type { Names } from './names.ts';

/** An argument: scalars and lists plainly, everything else as a map whose key tells what it is. */
export function argumentTree(argument: Argument, names: Names): FileNode {
  switch (argument.kind) {
    case 'value':
      return constantTree(argument.value);
    case 'text':
      return textTree(argument.parts, names);
    case 'template':
      return fields('block', [['template', templateTree(argument.value, names)]]);
    default:
      return referenceTree(argument, names);
  }
}

/** A constant where references can stand too: null and maps are wrapped in `value`. */
export function constantTree(value: ConstantValue): FileNode {
  const wrapped = value === null || (typeof value === 'object' && !Array.isArray(value) && !isPythonFloat(value));
  const node = treeNode(value, 'auto');
  return wrapped ? fields('auto', [['value', node]]) : node;
}

/** A reference: one map on one line. */
export function referenceTree(reference: Reference, names: Names): FileNode {
  return fields('flow', referenceEntries(reference, names));
}

/** The entries of a reference, for records that hold one among other fields. */
export function referenceEntries(reference: Reference, names: Names): readonly FileEntry[] {
  switch (reference.kind) {
    case 'input':
      return [['input', scalar(reference.input)]];
    case 'task-output':
      return [['from', portTree(reference.task, reference.output, names)]];
    case 'collected':
      return [['collected', portTree(reference.task, reference.output, names)]];
    case 'one-of':
      return [['oneOf', portTree(reference.group, reference.output, names)]];
    case 'loop-item': {
      const item: FileEntry = ['item', scalar(names.bare(reference.loop))];
      return reference.field === undefined ? [item] : [item, ['field', scalar(reference.field)]];
    }
  }
}

/** `node.output`, or both apart where the name has a point in it. */
export function portTree(node: NodeId, output: string, names: Names): FileNode {
  const name = names.bare(node);
  if (!name.includes('.')) return scalar(`${name}.${output}`);
  return fields('flow', [
    ['node', scalar(name)],
    ['output', scalar(output)],
  ]);
}

/** Text with references: a list of plain parts and references on one line. */
export function textTree(parts: readonly (string | Reference)[], names: Names): FileNode {
  const items = parts.map((part) => (typeof part === 'string' ? scalar(part) : referenceTree(part, names)));
  return fields('flow', [['text', list('flow', items)]]);
}

function templateTree(template: TemplateValue, names: Names): FileNode {
  switch (template.kind) {
    case 'constant':
      return typeof template.value === 'object' && !isPythonFloat(template.value)
        ? fields('auto', [['value', treeNode(template.value, 'auto')]])
        : treeNode(template.value, 'auto');
    case 'text':
      return textTree(template.parts, names);
    case 'list':
      return list(
        'block',
        template.items.map((item) => templateTree(item, names)),
      );
    case 'map': {
      const entries = template.entries.map(([key, value]) => [key, templateTree(value, names)] as const);
      return fields('block', [['map', orderedMap('block', entries)]]);
    }
  }
}

/** A setting: a constant, a reference, or text. */
export function settingTree(value: unknown, names: Names): FileNode {
  if (isReference(value)) return referenceTree(value, names);
  if (isTextArgument(value)) return textTree(value.parts, names);
  return constantTree(value as JsonValue);
}
