import { recordOf, type Shape, type ShapeField, TEXT } from '../setting-shape.ts';
import { entryOf, type SourceMap, type SourceNode, treeOf } from '../source-node.ts';
import { readSetting, readTextSetting } from './read-argument.ts';
import { isNull, readBoolean, readNumber, readText, report, reportUnknownFields } from './reader.ts';
import type { NodeReader } from './scope.ts';

const SECONDS_PER_UNIT: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

/** Reads a setting by its shape; `undefined` where it does not fit, with a problem. */
export function readSettings(reader: NodeReader, node: SourceNode, shape: Shape, field: string): unknown {
  switch (shape.kind) {
    case 'record':
      return readRecord(reader, node, shape, field);
    case 'list':
      return readList(reader, node, shape.item, field);
    case 'text':
      return readText(reader, node, field);
    case 'number':
      return readNumber(reader, node, field);
    case 'boolean':
      return readBoolean(reader, node, field);
    case 'seconds':
      return readSeconds(reader, node, field);
    case 'setting':
      return readTextSetting(reader, node, field);
    case 'json':
      return readSetting(reader, node, field);
    case 'choice':
      return readChoice(reader, node, shape.choices, field);
    case 'data':
      return readData(reader, node, field);
    case 'text-map':
      return readTextMap(reader, node, field);
    case 'named-values':
      return readNamedValues(reader, node, field);
  }
}

type RecordShape = Shape & { readonly kind: 'record' };

function readRecord(reader: NodeReader, node: SourceNode, shape: RecordShape, field: string): unknown {
  const map = expectMap(reader, node, field);
  if (map === undefined) return undefined;
  const record: { [field: string]: unknown } = {};
  for (const inner of shape.fields) {
    const value = readField(reader, map, inner);
    if (value !== undefined) record[inner.field] = value;
    else if (inner.required) {
      report(reader, 'invalid-value', node, { field: `${field}.${inner.key}`, expected: 'value' });
      return undefined;
    }
  }
  reportUnknownFields(reader, map, new Set(shape.fields.map(({ key }) => key)));
  return record;
}

function readField(reader: NodeReader, map: SourceMap, { key, shape }: ShapeField): unknown {
  const entry = entryOf(map, key);
  return entry === undefined ? undefined : readSettings(reader, entry.value, shape, key);
}

function readList(reader: NodeReader, node: SourceNode, item: Shape, field: string): unknown {
  if (node.kind !== 'list') {
    report(reader, 'invalid-value', node, { field, expected: 'list' });
    return undefined;
  }
  return node.items.map((inner) => readSettings(reader, inner, item, field)).filter((value) => value !== undefined);
}

function readSeconds(reader: NodeReader, node: SourceNode, field: string): number | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'number') return node.value;
  const text = node.kind === 'scalar' ? node.text : '';
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([smhdw])$/.exec(text) ?? [];
  const factor = SECONDS_PER_UNIT[unit ?? ''];
  if (amount !== undefined && factor !== undefined) return Number(amount) * factor;
  report(reader, 'invalid-value', node, { field, expected: 'duration' });
  return undefined;
}

function readChoice(reader: NodeReader, node: SourceNode, choices: readonly string[], field: string): unknown {
  const text = readText(reader, node, field);
  if (text === undefined || choices.includes(text)) return text;
  report(reader, 'invalid-value', node, { field, expected: choices.join(' | ') });
  return undefined;
}

function readData(reader: NodeReader, node: SourceNode, field: string): unknown {
  return expectMap(reader, node, field) === undefined ? undefined : treeOf(node);
}

function readTextMap(reader: NodeReader, node: SourceNode, field: string): unknown {
  return Object.fromEntries(textEntries(reader, node, field) ?? []);
}

const NAMED_VALUE: Shape = recordOf('flow', { 'name!': TEXT, 'value!': TEXT });

function readNamedValues(reader: NodeReader, node: SourceNode, field: string): unknown {
  if (node.kind === 'list') return readList(reader, node, NAMED_VALUE, field);
  return textEntries(reader, node, field)?.map(([name, value]) => ({ name, value }));
}

/** The entries of a map of texts. */
function textEntries(
  reader: NodeReader,
  node: SourceNode,
  field: string,
): readonly (readonly [string, string])[] | undefined {
  const map = expectMap(reader, node, field);
  if (map === undefined) return undefined;
  const entries: (readonly [string, string])[] = [];
  for (const entry of map.entries) {
    const value = readText(reader, entry.value, entry.key);
    if (value !== undefined) entries.push([entry.key, value]);
  }
  return entries;
}

function expectMap(reader: NodeReader, node: SourceNode, field: string): SourceMap | undefined {
  if (node.kind === 'map') return node;
  if (!isNull(node)) report(reader, 'invalid-value', node, { field, expected: 'map' });
  return undefined;
}
