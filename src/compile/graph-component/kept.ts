import { digestOfText } from '../../catalog/digest.ts';
import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { JsonObject } from '../../model/json.ts';
import { sameData } from '../../model/records.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/**
 * What a graph component said differently than this program would. `keep` is the original (absent: the field was not
 * there); `for` is the digest of what would be written instead (absent: nothing). The original is written again as long
 * as that is still so, which makes it give way to an edit.
 */
export interface KeptField {
  readonly keep?: YamlTree;
  readonly for?: string;
  /** For a map whose entries are kept one by one. */
  readonly inner?: Kept;
}

/** By field name. */
export type Kept = { readonly [field: string]: KeptField };

/** Fields that are maps whose entries are compared one by one. */
export interface NestedFields {
  readonly [field: string]: NestedFields;
}

const NO_FIELDS: NestedFields = {};
const FIELD = 'graphComponent';

/** What has to be kept so that `restoreOriginal` makes the original of what is written. */
export function keepOriginal(original: TreeMap, written: TreeMap, nested: NestedFields = NO_FIELDS): Kept {
  const kept: { [field: string]: KeptField } = {};
  for (const field of new Set([...Object.keys(original), ...Object.keys(written)])) {
    const before = entryOf(original, field);
    const now = entryOf(written, field);
    if (sameData(before, now)) continue;
    const inner = Object.hasOwn(nested, field) ? nested[field] : undefined;
    if (inner !== undefined && isTreeMap(before)) {
      kept[field] = { inner: keepOriginal(before, isTreeMap(now) ? now : {}, inner) };
    } else {
      const replaced = now === undefined ? {} : { for: digestOfTree(now) };
      kept[field] = { ...(before === undefined ? {} : { keep: before }), ...replaced };
    }
  }
  return kept;
}

/** Puts the original back where what is written is still what it was when the original was read. */
export function restoreOriginal(written: TreeMap, kept: Kept | undefined): TreeMap {
  if (kept === undefined) return written;
  const restored: { [field: string]: YamlTree } = { ...written };
  for (const [field, { keep, for: replaced, inner }] of Object.entries(kept)) {
    const now = entryOf(written, field);
    if (inner !== undefined) restored[field] = restoreOriginal(isTreeMap(now) ? now : {}, inner);
    else if ((now === undefined ? undefined : digestOfTree(now)) !== replaced) continue;
    else if (keep === undefined) delete restored[field];
    else restored[field] = keep;
  }
  return restored;
}

/** What a record keeps of a graph component, from the fields of the file that the model has no place for. */
export function keptOf(record: { readonly unknown?: JsonObject }): Kept | undefined {
  const kept = record.unknown?.[FIELD];
  return isKept(kept) ? kept : undefined;
}

/** The record's unknown fields with what is to be kept. */
export function withKept(kept: Kept): { readonly unknown?: JsonObject } {
  return Object.keys(kept).length === 0 ? {} : { unknown: { [FIELD]: kept as unknown as JsonObject } };
}

/** A hand-edited file can hold anything there. */
function isKept(value: unknown): value is Kept {
  if (!isTreeMap(value as YamlTree)) return false;
  return Object.values(value as TreeMap).every((field) => {
    const inner = entryOf(field, 'inner');
    return isTreeMap(field) && (inner === undefined || isKept(inner));
  });
}

/** The same for equal trees, whatever the order of their keys. */
export function digestOfTree(tree: YamlTree): string {
  return digestOfText(JSON.stringify(sorted(tree))).slice(0, 12);
}

function sorted(tree: YamlTree): YamlTree {
  if (Array.isArray(tree)) return tree.map(sorted);
  if (!isTreeMap(tree)) return tree;
  const keys = Object.keys(tree).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(tree[key] ?? null)]));
}
