import type { FileMap, FileNode } from '../file-node.ts';
import { scalarText } from '../scalar-text.ts';
import type { SourceEntry, SourceMap } from '../source-node.ts';
import { isBlock, pairLines } from '../write-text.ts';
import { type EntryPlan, planEntries } from './match-entries.ts';
import { mergeList } from './merge-list.ts';
import { cutSlots, linesIn, type Region, type Slot, type SourceLines, trailingComment } from './source-lines.ts';

/** A block map of the text, cut into its entries. */
interface CutMap {
  readonly source: SourceLines;
  readonly map: SourceMap;
  readonly indent: number;
  readonly slots: readonly Slot[];
}

/**
 * The lines of a block map written again, or nothing where its text cannot be taken apart.
 * `dash` is the column of the `-` when the map is an item of a list.
 */
export function mergeMap(
  source: SourceLines,
  map: SourceMap,
  before: FileMap,
  after: FileMap,
  region: Region,
  dash?: number,
): readonly string[] | undefined {
  const indent = indentOfEntries(source, map, dash);
  if (indent === undefined) return undefined;
  const starts = map.entries.map((entry) => entry.line - 1);
  const { slots, tail } = cutSlots(source, region, indent, starts);
  const cut = { source, map, indent, slots };
  const lines = planEntries(map, before, after).flatMap((plan) => planLines(cut, plan));
  return putDash([...lines, ...linesIn(source, tail)], starts[0] ?? 0, source, dash);
}

/** The column of a map's keys, when each stands on a line of its own. */
function indentOfEntries(source: SourceLines, map: SourceMap, dash: number | undefined): number | undefined {
  if (map.flow) return undefined;
  let indent: number | undefined;
  for (const [index, entry] of map.entries.entries()) {
    const column = entry.start - (source.starts[entry.line - 1] ?? 0);
    const prefix = (source.lines[entry.line - 1] ?? '').slice(0, column);
    const clear = index === 0 && dash !== undefined ? /^ *- +$/.test(prefix) : /^ *$/.test(prefix);
    if (!clear || (indent !== undefined && column !== indent)) return undefined;
    indent = column;
  }
  return indent;
}

function planLines(cut: CutMap, plan: EntryPlan): readonly string[] {
  if (plan.kind === 'add') return pairLines(scalarText(plan.key), plan.value, cut.indent);
  const slot = cut.slots[plan.slot];
  const entry = cut.map.entries[plan.slot];
  if (slot === undefined || entry === undefined) throw new Error('An entry without its lines');
  const lead = linesIn(cut.source, slot.lead);
  const content = linesIn(cut.source, slot.content);
  if (plan.kind === 'keep') return [...lead, ...content];
  if (plan.kind === 'rename') return [...lead, ...renamed(cut, entry, plan.key, content)];
  return [...lead, ...changedLines(cut, slot, entry, plan.before, plan.after)];
}

function renamed(cut: CutMap, entry: SourceEntry, key: string, content: readonly string[]): readonly string[] {
  const start = cut.source.starts[entry.line - 1] ?? 0;
  const [first = '', ...rest] = content;
  return [first.slice(0, entry.start - start) + scalarText(key) + first.slice(entry.end - start), ...rest];
}

function changedLines(
  cut: CutMap,
  slot: Slot,
  entry: SourceEntry,
  before: FileNode | undefined,
  after: FileNode,
): readonly string[] {
  const inner = before === undefined ? undefined : innerLines(cut, slot, entry, before, after);
  if (inner !== undefined) return [cut.source.lines[slot.content.from] ?? '', ...inner];
  const { text } = cut.source;
  const lines = pairLines(text.slice(entry.start, entry.end), after, cut.indent);
  if (slot.content.to - slot.content.from > 1) return lines;
  const comment = trailingComment(cut.source, slot.content.from, Math.max(entry.end, entry.value.end));
  if (comment === '') return lines;
  return lines.length === 1 ? [lines[0] + comment] : [' '.repeat(cut.indent) + comment.trimStart(), ...lines];
}

/** The lines below the key, when old and new value are both block maps or both block lists. */
function innerLines(
  cut: CutMap,
  slot: Slot,
  entry: SourceEntry,
  before: FileNode,
  after: FileNode,
): readonly string[] | undefined {
  const { value } = entry;
  if (!isBlock(after) || value.line <= entry.line) return undefined;
  const region = { from: slot.content.from + 1, to: slot.content.to };
  if (value.kind === 'map' && before.kind === 'map' && after.kind === 'map') {
    return mergeMap(cut.source, value, before, after, region);
  }
  if (value.kind === 'list' && before.kind === 'list' && after.kind === 'list') {
    return mergeList(cut.source, value, before, after, region, mergeMap);
  }
  return undefined;
}

/** Makes the first line the item's, wherever the line that had the dash has gone. */
function putDash(
  lines: readonly string[],
  dashLine: number,
  source: SourceLines,
  dash: number | undefined,
): readonly string[] | undefined {
  if (dash === undefined) return lines;
  const original = source.lines[dashLine] ?? '';
  const cleared = lines.map((line) => (line === original ? withCharacter(line, dash, ' ') : line));
  const [first, ...rest] = cleared;
  if (first === undefined || /^\s*(?:#|$)/.test(first)) return undefined;
  return [withCharacter(first, dash, '-'), ...rest];
}

function withCharacter(line: string, column: number, character: string): string {
  return line.slice(0, column) + character + line.slice(column + 1);
}
