import type { PipelineDocument } from '../../src/model/document.ts';
import type { LayoutKey } from '../../src/model/ids.ts';
import { pipelineOfLayoutKey } from '../../src/model/lookups.ts';
import { patchTabView } from './change-slices.ts';
import type { TabId } from './documents-slice.ts';
import { getState } from './store.ts';
import type { Selection } from './view-slice.ts';

/** Nothing selected. One shared value. */
export const NO_SELECTION: Selection = { nodes: new Set(), edges: new Set() };

/** Selects exactly these nodes and wires. */
export function select(tabId: TabId, nodes: Iterable<LayoutKey>, edges: Iterable<string> = []): void {
  const current = getState().view.byTab.get(tabId)?.selection ?? NO_SELECTION;
  const next = { nodes: new Set(nodes), edges: new Set(edges) };
  if (sameSet(current.nodes, next.nodes) && sameSet(current.edges, next.edges)) return;
  patchTabView(tabId, { selection: next.nodes.size + next.edges.size === 0 ? NO_SELECTION : next });
}

/** Adds a node to the selection, or takes it out. */
export function toggleSelected(tabId: TabId, key: LayoutKey): void {
  const { nodes, edges } = getState().view.byTab.get(tabId)?.selection ?? NO_SELECTION;
  const next = new Set(nodes);
  if (!next.delete(key)) next.add(key);
  select(tabId, next, edges);
}

/** Selects nothing. */
export function clearSelection(tabId: TabId): void {
  select(tabId, []);
}

/** The selection without nodes the document no longer holds; the same object when all are there. */
export function keepExisting(selection: Selection, document: PipelineDocument): Selection {
  const nodes = [...selection.nodes].filter((key) => pipelineOfLayoutKey(document, key) !== undefined);
  if (nodes.length === selection.nodes.size) return selection;
  return { nodes: new Set(nodes), edges: selection.edges };
}

function sameSet<Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): boolean {
  return left.size === right.size && [...left].every((item) => right.has(item));
}
