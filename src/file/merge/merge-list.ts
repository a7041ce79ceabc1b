import { type FileList, type FileMap, type FileNode, sameNode } from '../file-node.ts';
import type { SourceList, SourceMap, SourceNode } from '../source-node.ts';
import { isBlock, itemLines } from '../write-text.ts';
import { cutSlots, linesIn, type Region, type Slot, type SourceLines } from './source-lines.ts';

/** How an item that is a map is written again; `dash` is the column of its `-`. */
export type MergeItem = (
  source: SourceLines,
  map: SourceMap,
  before: FileMap,
  after: FileMap,
  region: Region,
  dash: number,
) => readonly string[] | undefined;

/** The lines of a block list written again, or nothing where its text cannot be taken apart. */
export function mergeList(
  source: SourceLines,
  list: SourceList,
  before: FileList,
  after: FileList,
  region: Region,
  mergeItem: MergeItem,
): readonly string[] | undefined {
  const dash = dashColumn(source, list);
  if (dash === undefined || list.items.length !== before.items.length) return undefined;
  const starts = list.items.map((item) => item.line - 1);
  const { slots, tail } = cutSlots(source, region, dash, starts);
  const lines = alignItems(before.items, after.items).flatMap(({ old, item }) => {
    const slot = old === undefined ? undefined : slots[old];
    const node = old === undefined ? undefined : list.items[old];
    const former = old === undefined ? undefined : before.items[old];
    if (slot === undefined || node === undefined || former === undefined) return itemLines(item, dash);
    return [...linesIn(source, slot.lead), ...changedItem(mergeItem, source, slot, node, former, item, dash)];
  });
  return [...lines, ...linesIn(source, tail)];
}

function changedItem(
  mergeItem: MergeItem,
  source: SourceLines,
  slot: Slot,
  node: SourceNode,
  before: FileNode,
  after: FileNode,
  dash: number,
): readonly string[] {
  if (sameNode(before, after)) return linesIn(source, slot.content);
  if (node.kind === 'map' && before.kind === 'map' && after.kind === 'map' && isBlock(after)) {
    const merged = mergeItem(source, node, before, after, slot.content, dash);
    if (merged !== undefined) return merged;
  }
  return itemLines(after, dash);
}

/** The column of a list's dashes, when each item stands behind one on its own line. */
function dashColumn(source: SourceLines, list: SourceList): number | undefined {
  if (list.flow) return undefined;
  let dash: number | undefined;
  for (const item of list.items) {
    const start = source.starts[item.line - 1] ?? 0;
    const prefix = (source.lines[item.line - 1] ?? '').slice(0, item.start - start);
    const column = /^( *)- +$/.exec(prefix)?.[1]?.length;
    if (column === undefined || (dash !== undefined && column !== dash)) return undefined;
    dash = column;
  }
  return dash;
}

interface AlignedItem {
  readonly old: number | undefined;
  readonly item: FileNode;
}

/** Which old item each new one goes on from: equal ones at both ends; between them one by one if the numbers agree. */
function alignItems(before: readonly FileNode[], after: readonly FileNode[]): readonly AlignedItem[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && sameAt(before, after, head, head)) head++;
  let tail = 0;
  while (tail < most - head && sameAt(before, after, before.length - 1 - tail, after.length - 1 - tail)) tail++;
  const pairwise = before.length === after.length;
  return after.map((item, index) => {
    if (index < head || pairwise) return { old: index, item };
    const fromEnd = after.length - index;
    return { old: fromEnd <= tail ? before.length - fromEnd : undefined, item };
  });
}

function sameAt(before: readonly FileNode[], after: readonly FileNode[], left: number, right: number): boolean {
  const [old, item] = [before[left], after[right]];
  return old !== undefined && item !== undefined && sameNode(old, item);
}
