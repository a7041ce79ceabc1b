import type { JsonValue } from '../../model/json.ts';
import { type FileNode, fields, list, orderedMap, scalar, treeNode } from '../file-node.ts';
import type { Shape } from '../setting-shape.ts';
import { settingTree } from './argument-tree.ts';
import type { Names } from './names.ts';

/** Settings as the file writes them, by their shape. */
export function settingsTree(value: unknown, shape: Shape, names: Names): FileNode {
  switch (shape.kind) {
    case 'record':
      return recordTree(value as { readonly [field: string]: unknown }, shape, names);
    case 'list':
      return list(
        'block',
        (value as readonly unknown[]).map((item) => settingsTree(item, shape.item, names)),
      );
    case 'setting':
    case 'json':
      return settingTree(value, names);
    case 'seconds':
      return scalar(`${value as number}s`);
    case 'named-values':
      return namedValuesTree(value as readonly { readonly name: string; readonly value: string }[]);
    default:
      return treeNode(value as JsonValue, 'block');
  }
}

function recordTree(
  record: { readonly [field: string]: unknown },
  shape: Shape & { readonly kind: 'record' },
  names: Names,
): FileNode {
  const entries = shape.fields.map(({ field, key, shape: inner }) => {
    const value = record[field];
    return [key, value === undefined ? undefined : settingsTree(value, inner, names)] as const;
  });
  return fields(shape.style, entries);
}

/** A map by name; a list where a name is repeated, which a map could not say. */
function namedValuesTree(values: readonly { readonly name: string; readonly value: string }[]): FileNode {
  const unique = new Set(values.map(({ name }) => name)).size === values.length;
  if (unique)
    return orderedMap(
      'block',
      values.map(({ name, value }) => [name, scalar(value)] as const),
    );
  const items = values.map(({ name, value }) =>
    fields('flow', [
      ['name', scalar(name)],
      ['value', scalar(value)],
    ]),
  );
  return list('block', items);
}
