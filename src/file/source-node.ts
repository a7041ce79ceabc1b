import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { ScalarValue } from './file-node.ts';

/** A parsed file: data with the places it stands at. Offsets are into the text with LF line ends. */
export type SourceNode = SourceScalar | SourceMap | SourceList;

interface SourceBase {
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  /** After the last character of the value; comments behind it do not count. */
  readonly end: number;
}

export interface SourceScalar extends SourceBase {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  /** As written, for values that are read as text. */
  readonly text: string;
}

export interface SourceMap extends SourceBase {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly SourceEntry[];
}

export interface SourceEntry {
  readonly key: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly value: SourceNode;
}

export interface SourceList extends SourceBase {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly SourceNode[];
}

/** The first entry of that key. */
export function entryOf(map: SourceMap, key: string): SourceEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** The data alone. Of repeated keys the last one counts. */
export function treeOf(node: SourceNode): YamlTree {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(treeOf);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, treeOf(value)]));
  }
}
