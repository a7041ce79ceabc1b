import { isPythonFloat, type PythonFloat, type YamlTree } from '../yaml/yaml-tree.ts';

/** The file as it is to be written: data with the style it is written in. */
export type FileNode = FileScalar | FileMap | FileList;

/** `auto` stands on one line while it is short enough. It never depends on names, so that renaming keeps the lines. */
export type FileStyle = 'block' | 'flow' | 'auto';

export interface FileScalar {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
}

export type ScalarValue = null | boolean | number | string | PythonFloat;

export interface FileMap {
  readonly kind: 'map';
  readonly style: FileStyle;
  /** Whether the order of the entries has a meaning. Where it has none, a hand-written order stays. */
  readonly ordered: boolean;
  readonly entries: readonly FileEntry[];
}

export type FileEntry = readonly [key: string, value: FileNode];

export interface FileList {
  readonly kind: 'list';
  readonly style: FileStyle;
  readonly items: readonly FileNode[];
}

/** A scalar. */
export function scalar(value: ScalarValue): FileScalar {
  return { kind: 'scalar', value };
}

/** A map whose order has no meaning. Entries without a value are left out. */
export function fields(
  style: FileStyle,
  entries: readonly (readonly [string, FileNode | undefined])[],
  ordered = false,
): FileMap {
  return {
    kind: 'map',
    style,
    ordered,
    entries: entries.filter((entry): entry is FileEntry => entry[1] !== undefined),
  };
}

/** A map whose order is meaning. */
export function orderedMap(style: FileStyle, entries: readonly FileEntry[]): FileMap {
  return { kind: 'map', style, ordered: true, entries };
}

/** A list. */
export function list(style: FileStyle, items: readonly FileNode[]): FileList {
  return { kind: 'list', style, items };
}

/** Any data, in one style throughout. */
export function treeNode(tree: YamlTree, style: FileStyle): FileNode {
  if (tree === null || typeof tree !== 'object' || isPythonFloat(tree)) return scalar(tree);
  if (Array.isArray(tree))
    return list(
      style,
      tree.map((item: YamlTree) => treeNode(item, style)),
    );
  return orderedMap(
    style,
    Object.entries(tree).map(([key, value]) => [key, treeNode(value, style)] as const),
  );
}

/** Whether two nodes hold the same data; style apart, order only where it has a meaning. */
export function sameNode(left: FileNode, right: FileNode): boolean {
  if (left === right) return true;
  if (left.kind === 'scalar' && right.kind === 'scalar') return sameScalar(left.value, right.value);
  if (left.kind === 'list' && right.kind === 'list') {
    return (
      left.items.length === right.items.length &&
      left.items.every((item, index) => sameNode(item, right.items[index] as FileNode))
    );
  }
  return left.kind === 'map' && right.kind === 'map' && sameMap(left, right);
}

function sameScalar(left: ScalarValue, right: ScalarValue): boolean {
  if (isPythonFloat(left) && isPythonFloat(right)) return Object.is(left.pythonFloat, right.pythonFloat);
  return Object.is(left, right);
}

function sameMap(left: FileMap, right: FileMap): boolean {
  if (left.entries.length !== right.entries.length) return false;
  if (left.ordered || right.ordered) {
    return left.entries.every(([key, value], index) => {
      const other = right.entries[index] as FileEntry;
      return other[0] === key && sameNode(value, other[1]);
    });
  }
  const others = new Map(right.entries);
  return left.entries.every(([key, value]) => {
    const other = others.get(key);
    return other !== undefined && sameNode(value, other);
  });
}
