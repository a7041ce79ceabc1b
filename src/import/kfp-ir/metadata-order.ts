import { isTreeList, isTreeMap } from '../../catalog/tree.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

const METADATA_INPUT = /\{\{\$\.inputs\.parameters\['metadata(?:-([0-9]+))?'\]\}\}/g;

/**
 * An importer's metadata in the order in which it was written: the compiler numbers its references in that order, while
 * the file sorts maps by name. Entries without references come last.
 */
export function inMetadataOrder(tree: YamlTree): YamlTree {
  if (isTreeList(tree)) return tree.map(inMetadataOrder);
  if (!isTreeMap(tree)) return tree;
  const entries = Object.entries(tree).map(([key, value]) => ({ key, value, rank: firstNumber(value) }));
  entries.sort((left, right) => left.rank - right.rank);
  return Object.fromEntries(entries.map(({ key, value }) => [key, inMetadataOrder(value)]));
}

function firstNumber(tree: YamlTree): number {
  if (typeof tree !== 'string') {
    const inner = typeof tree === 'object' && tree !== null ? Object.values(tree as object) : [];
    return Math.min(Number.MAX_SAFE_INTEGER, ...inner.map((value: YamlTree) => firstNumber(value)));
  }
  const numbers = [...tree.matchAll(METADATA_INPUT)].map((match) => Number(match[1] ?? 1));
  return Math.min(Number.MAX_SAFE_INTEGER, ...numbers);
}
