import type { Argument, ConstantValue, Reference, TemplateValue } from '../../model/argument.ts';
import type { JsonValue } from '../../model/json.ts';
import { entryOf, type SourceEntry, type SourceMap, type SourceNode, treeOf } from '../source-node.ts';
import { isNull, readText, report, textField } from './reader.ts';
import { inputReference, type NodeReader, resolveGroup, resolveTask } from './scope.ts';

const REFERENCE_KEYS = ['input', 'from', 'item', 'collected', 'oneOf'] as const;
export const ALL_REFERENCE_KEYS: ReadonlySet<string> = new Set([...REFERENCE_KEYS, 'field']);

/** An argument; `undefined` where there is none to be read. Problems say why. */
export function readArgument(reader: NodeReader, entry: SourceEntry): Argument | undefined {
  const node = entry.value;
  if (isNull(node)) {
    report(reader, 'empty-argument', entry, { name: entry.key });
    return undefined;
  }
  const argument = readArgumentNode(reader, node);
  if (argument === undefined) report(reader, 'invalid-argument', entry, { name: entry.key });
  return argument;
}

/** An argument without the words around it. */
export function readArgumentNode(reader: NodeReader, node: SourceNode): Argument | undefined {
  if (node.kind !== 'map') return { kind: 'value', value: constantOf(node) };
  const wrapped = entryOf(node, 'value');
  if (wrapped !== undefined) return { kind: 'value', value: constantOf(wrapped.value) };
  const template = entryOf(node, 'template');
  if (template !== undefined) {
    const value = readTemplate(reader, template.value);
    return value === undefined ? undefined : { kind: 'template', value };
  }
  return readTextParts(reader, node) ?? readReference(reader, node);
}

/** A constant. */
export function constantOf(node: SourceNode): ConstantValue {
  return treeOf(node) as JsonValue;
}

/** `{text: [...]}`. */
function readTextParts(reader: NodeReader, map: SourceMap): (Argument & { readonly kind: 'text' }) | undefined {
  const entry = entryOf(map, 'text');
  if (entry === undefined || entry.value.kind !== 'list') return undefined;
  const parts: (string | Reference)[] = [];
  for (const item of entry.value.items) {
    const part = item.kind === 'map' ? readReference(reader, item) : readText(reader, item, 'text');
    if (part !== undefined) parts.push(part);
    else if (item.kind === 'map') report(reader, 'invalid-value', item, { field: 'text', expected: 'reference' });
  }
  return { kind: 'text', parts };
}

/** A reference among the fields of a map; `undefined` when there is none. */
export function readReference(reader: NodeReader, map: SourceMap): Reference | undefined {
  const key = REFERENCE_KEYS.find((name) => entryOf(map, name) !== undefined);
  const entry = key === undefined ? undefined : entryOf(map, key);
  if (entry === undefined) return undefined;
  if (key === 'input') {
    const input = readText(reader, entry.value, 'input');
    return input === undefined ? undefined : inputReference(reader, input, entry);
  }
  if (key === 'item') return readLoopItem(reader, map, entry);
  const port = readPort(reader, entry.value);
  if (port === undefined) return undefined;
  const { node, output } = port;
  if (key === 'oneOf') return { kind: 'one-of', group: resolveGroup(reader, node, entry), output };
  const task = resolveTask(reader, node, entry);
  return key === 'collected' ? { kind: 'collected', task, output } : { kind: 'task-output', task, output };
}

function readLoopItem(reader: NodeReader, map: SourceMap, entry: SourceEntry): Reference | undefined {
  const name = readText(reader, entry.value, 'item');
  if (name === undefined) return undefined;
  const loop = resolveGroup(reader, name, entry);
  const field = textField(reader, map, 'field');
  return field === undefined ? { kind: 'loop-item', loop } : { kind: 'loop-item', loop, field };
}

/** `node.output`, or `{node, output}`. */
export function readPort(
  reader: NodeReader,
  node: SourceNode,
): { readonly node: string; readonly output: string } | undefined {
  if (node.kind === 'map') {
    const name = textField(reader, node, 'node');
    const output = textField(reader, node, 'output');
    return name === undefined || output === undefined ? undefined : { node: name, output };
  }
  const text = readText(reader, node, 'from');
  const point = text?.indexOf('.') ?? -1;
  if (text !== undefined && point >= 0) return { node: text.slice(0, point), output: text.slice(point + 1) };
  if (text !== undefined) report(reader, 'invalid-value', node, { field: text, expected: 'task.output' });
  return undefined;
}

function readTemplate(reader: NodeReader, node: SourceNode): TemplateValue | undefined {
  if (node.kind === 'scalar') return { kind: 'constant', value: constantOf(node) };
  if (node.kind === 'list') {
    const items = node.items.map((item) => readTemplate(reader, item));
    return { kind: 'list', items: items.filter((item) => item !== undefined) };
  }
  const wrapped = entryOf(node, 'value');
  if (wrapped !== undefined) return { kind: 'constant', value: constantOf(wrapped.value) };
  const text = readTextParts(reader, node);
  if (text !== undefined) return text;
  const map = entryOf(node, 'map');
  if (map?.value.kind === 'map') return { kind: 'map', entries: readTemplateEntries(reader, map.value) };
  report(reader, 'invalid-value', node, { field: 'template', expected: 'map' });
  return undefined;
}

function readTemplateEntries(reader: NodeReader, map: SourceMap): (readonly [string, TemplateValue])[] {
  const entries: (readonly [string, TemplateValue])[] = [];
  for (const entry of map.entries) {
    const value = readTemplate(reader, entry.value);
    if (value !== undefined) entries.push([entry.key, value]);
  }
  return entries;
}

/** A setting: a constant, `{value: …}`, a reference, or text. */
export function readSetting(reader: NodeReader, node: SourceNode, field: string): unknown {
  if (isNull(node)) {
    report(reader, 'invalid-value', node, { field, expected: 'value' });
    return undefined;
  }
  const argument = readArgumentNode(reader, node);
  if (argument === undefined || argument.kind === 'template') {
    report(reader, 'invalid-value', node, { field, expected: 'value' });
    return undefined;
  }
  if (argument.kind !== 'value') return argument;
  return argument.value;
}

/** A setting whose constant is text. */
export function readTextSetting(reader: NodeReader, node: SourceNode, field: string): unknown {
  if (node.kind === 'scalar') return readText(reader, node, field);
  const setting = readSetting(reader, node, field);
  if (typeof setting === 'string' || (typeof setting === 'object' && setting !== null && 'kind' in setting)) {
    return setting;
  }
  if (setting !== undefined) report(reader, 'invalid-value', node, { field, expected: 'text' });
  return undefined;
}
