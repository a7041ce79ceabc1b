import i18next from 'i18next';
import { parseFragment, printFragment } from '../../../src/file/fragment-text.ts';
import type { Fragment } from '../../../src/model/fragment.ts';
import type { LayoutKey, NodeId, NoteId } from '../../../src/model/ids.ts';
import { toast } from '../../parts/toast.tsx';
import type { TabId } from '../../state/documents-slice.ts';
import { applyEdit } from '../../state/edits.ts';
import { select } from '../../state/selection.ts';
import { getState } from '../../state/store.ts';
import { bodyOfSelection, copyAsSeen, duplicateSeen, insertSeen, placesSeen, topmostPlaces } from './copies.ts';
import { removeSelected } from './remove-selected.ts';

/** How far a copy stands from its original. */
const OFFSET = { x: 30, y: 30 };

/** Copies the selected nodes as YAML text. False when nothing that can be copied is selected. */
export async function copySelected(tabId: TabId): Promise<boolean> {
  const document = getState().documents.tabs.get(tabId)?.document;
  const ids = selectedNodes(tabId);
  if (document === undefined || ids.length === 0) return false;
  try {
    await navigator.clipboard.writeText(printFragment(copyAsSeen(document, ids)));
    toast({ message: i18next.t('canvas.copied', { count: ids.length }), id: 'clipboard' });
    return true;
  } catch {
    toast({ message: i18next.t('canvas.copyFailed'), kind: 'error', id: 'clipboard' });
    return false;
  }
}

/** Copies the selected nodes, then deletes them. */
export async function cutSelected(tabId: TabId): Promise<void> {
  if (await copySelected(tabId)) removeSelected(tabId);
}

/** Pastes what the clipboard holds; for menus, where there is no paste event to take it from. */
export async function pasteFromClipboard(tabId: TabId): Promise<void> {
  try {
    pasteText(tabId, await navigator.clipboard.readText());
  } catch {
    toast({ message: i18next.t('canvas.pasteDenied'), kind: 'warning', id: 'clipboard' });
  }
}

/** Puts the tasks of a text into the pipeline on the canvas, and selects them. */
export function pasteText(tabId: TabId, text: string): void {
  const tab = getState().documents.tabs.get(tabId);
  const view = getState().view.byTab.get(tabId);
  const parsed = parseFragment(text);
  if (tab === undefined || view === undefined) return;
  if (!parsed.ok) {
    toast({ message: i18next.t('canvas.pasteFailed'), kind: 'warning', id: 'clipboard' });
    return;
  }
  const { fragment } = parsed.value;
  const inserted = insertSeen(tab.document, fragment, bodyOfSelection(tab.document, view), offsetOf(fragment, tabId));
  if (applyEdit(tabId, inserted)) select(tabId, [...inserted.nodes, ...inserted.notes]);
}

/** Beside the originals when they are here; else where they were. */
function offsetOf(fragment: Fragment, tabId: TabId): { readonly x: number; readonly y: number } {
  const document = getState().documents.tabs.get(tabId)?.document;
  const pipeline = getState().view.byTab.get(tabId)?.pipeline;
  const seen = document === undefined || pipeline === undefined ? [] : placesSeen(document, pipeline);
  const taken = new Set([...seen].map(({ x, y }) => `${x},${y}`));
  const places = topmostPlaces(fragment);
  let step = 0;
  while (places.some(({ x, y }) => taken.has(`${x + OFFSET.x * step},${y + OFFSET.y * step}`))) step += 1;
  return { x: OFFSET.x * step, y: OFFSET.y * step };
}

/** Makes copies of the selected nodes beside them, and selects those. */
export function duplicateSelected(tabId: TabId): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  const ids = selectedNodes(tabId);
  if (document === undefined || ids.length === 0) return;
  const copies = duplicateSeen(document, ids, OFFSET);
  if (applyEdit(tabId, copies)) select(tabId, [...copies.nodes, ...copies.notes]);
}

function selectedNodes(tabId: TabId): readonly (NodeId | NoteId)[] {
  const keys: readonly LayoutKey[] = [...(getState().view.byTab.get(tabId)?.selection.nodes ?? [])];
  return keys.filter((key): key is NodeId | NoteId => !/^(inputs|outputs):/.test(key));
}
