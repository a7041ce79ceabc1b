import { type Document, isMap, isPair, YAMLSeq } from 'yaml';
import type { Migration } from './migration.ts';

/**
 * `v1alpha1` → `v1`: a position without a size was `{x: 1, y: 2}` and is `[1, 2]`;
 * the top-level field `parameters` is called `inputs`.
 */
export const LAYOUT_AS_LISTS: Migration = {
  from: 'pipewright.dev/v1alpha1',
  to: 'pipewright.dev/v1',
  migrate(document) {
    renameField(document, 'parameters', 'inputs');
    const layout = document.get('layout');
    if (!isMap(layout)) return;
    for (const pair of layout.items) {
      if (!isMap(pair.value) || pair.value.items.length !== 2) continue;
      const { x, y } = pair.value.toJSON() as { readonly x?: unknown; readonly y?: unknown };
      if (typeof x !== 'number' || typeof y !== 'number') continue;
      const list = new YAMLSeq();
      list.flow = true;
      list.comment = pair.value.comment ?? null;
      list.items = [document.createNode(x), document.createNode(y)];
      pair.value = list;
    }
  },
};

function renameField(document: Document, from: string, to: string): void {
  if (!isMap(document.contents) || document.has(to)) return;
  const pair = document.contents.items.find((item) => isPair(item) && String(item.key) === from);
  if (pair === undefined) return;
  const key = document.createNode(to);
  const before = pair.key as { commentBefore?: string | null; spaceBefore?: boolean };
  key.commentBefore = before.commentBefore ?? null;
  if (before.spaceBefore === true) key.spaceBefore = true;
  pair.key = key;
}
