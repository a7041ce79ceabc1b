import { type FileMap, type FileNode, sameNode } from '../file-node.ts';
import type { SourceMap } from '../source-node.ts';

/** What becomes of one entry when a map is written again. */
export type EntryPlan =
  /** The text stays: nothing changed, or it is something this version could not read. */
  | { readonly kind: 'keep'; readonly slot: number }
  /** The same value under another name. */
  | { readonly kind: 'rename'; readonly slot: number; readonly key: string }
  | { readonly kind: 'change'; readonly slot: number; readonly before: FileNode | undefined; readonly after: FileNode }
  | { readonly kind: 'add'; readonly key: string; readonly value: FileNode };

interface Row {
  readonly id: string;
  readonly key: string;
  readonly value: FileNode;
}

/** Plans every entry of the new text, in order. `before` is what was read from `source`, `after` what is to be written. */
export function planEntries(source: SourceMap, before: FileMap, after: FileMap): readonly EntryPlan[] {
  const slots = new Map(occurrences(source.entries.map(({ key }) => key)).map((id, index) => [id, index]));
  const old = new Map(rowsOf(before).map((row) => [row.id, row.value]));
  const rows = rowsOf(after);
  const renamed = findRenames(slots, before, rows);
  const plans = new Map<string, EntryPlan>();
  for (const row of rows) {
    const plan = planRow(row, slots.get(row.id), old.get(row.id), renamed.get(row.id));
    if (plan !== undefined) plans.set(row.id, plan);
  }
  const order = after.ordered ? [...plans.keys()] : keepOrder(slots, rows, plans);
  return insertExtras(slots, old, plans, order);
}

function planRow(
  { key, value }: Row,
  slot: number | undefined,
  before: FileNode | undefined,
  renamedFrom: number | undefined,
): EntryPlan | undefined {
  const same = before !== undefined && sameNode(before, value);
  if (slot !== undefined) return same ? { kind: 'keep', slot } : { kind: 'change', slot, before, after: value };
  if (renamedFrom !== undefined) return { kind: 'rename', slot: renamedFrom, key };
  // What the file leaves to its default stays unsaid.
  return same ? undefined : { kind: 'add', key, value };
}

/** Entries that stand where another one stood, with the same value: only the name is new. */
function findRenames(
  slots: ReadonlyMap<string, number>,
  before: FileMap,
  rows: readonly Row[],
): ReadonlyMap<string, number> {
  const renamed = new Map<string, number>();
  const kept = new Set(rows.map((row) => row.id));
  const old = rowsOf(before);
  const known = new Set(old.map((row) => row.id));
  rows.forEach((row, index) => {
    const former = old[index];
    if (former === undefined || kept.has(former.id) || known.has(row.id) || slots.has(row.id)) return;
    const slot = slots.get(former.id);
    if (slot !== undefined && sameNode(former.value, row.value)) renamed.set(row.id, slot);
  });
  return renamed;
}

/** The order of the text, with what is new behind the entry it follows. */
function keepOrder(
  slots: ReadonlyMap<string, number>,
  rows: readonly Row[],
  plans: ReadonlyMap<string, EntryPlan>,
): readonly string[] {
  const planned = rows.filter((row) => plans.has(row.id));
  const place = (id: string): number | undefined => {
    const plan = plans.get(id);
    return plan?.kind === 'rename' ? plan.slot : slots.get(id);
  };
  const order = planned.filter((row) => place(row.id) !== undefined).map((row) => row.id);
  order.sort((left, right) => (place(left) ?? 0) - (place(right) ?? 0));
  const followers = new Map<string, string[]>();
  let previous = '';
  for (const { id } of planned) {
    if (place(id) === undefined) followers.set(previous, [...(followers.get(previous) ?? []), id]);
    else previous = id;
  }
  return ['', ...order].flatMap((id) => (id === '' ? [] : [id]).concat(followers.get(id) ?? []));
}

/** Puts back what stands in the text and was never read, behind the entry it stood behind. */
function insertExtras(
  slots: ReadonlyMap<string, number>,
  old: ReadonlyMap<string, FileNode>,
  plans: ReadonlyMap<string, EntryPlan>,
  order: readonly string[],
): readonly EntryPlan[] {
  const extras = new Map<string, EntryPlan[]>();
  let previous = '';
  for (const [id, slot] of slots) {
    if (plans.has(id)) previous = id;
    else if (!old.has(id)) extras.set(previous, [...(extras.get(previous) ?? []), { kind: 'keep', slot }]);
  }
  const result: EntryPlan[] = [...(extras.get('') ?? [])];
  for (const id of order) {
    const plan = plans.get(id);
    if (plan !== undefined) result.push(plan);
    result.push(...(extras.get(id) ?? []));
  }
  return result;
}

function rowsOf(map: FileMap): readonly Row[] {
  const ids = occurrences(map.entries.map(([key]) => key));
  return map.entries.map(([key, value], index) => ({ id: ids[index] ?? key, key, value }));
}

/** Keys told apart by how often they occurred before. Never empty. */
function occurrences(keys: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return keys.map((key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${count}:${key}`;
  });
}
