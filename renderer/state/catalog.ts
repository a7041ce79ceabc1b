import type { HostEvents } from '../../src/api/events.ts';
import { patchLive } from './change-slices.ts';
import { callHost } from './host-access.ts';
import type { CatalogState } from './live-slice.ts';
import { getState } from './store.ts';

type CatalogChange = HostEvents['catalog.changed'];

/** Changes told while a listing is on its way: the listing may be older than they are. */
let toldMeanwhile: CatalogChange[] | null = null;

/** Reads the whole catalog again. */
export async function loadCatalog(): Promise<void> {
  const told: CatalogChange[] = [];
  toldMeanwhile = told;
  const { entries, notes } = await callHost('catalog.list', {});
  const listed = { entries: new Map(entries.map((entry) => [entry.path, entry])), notes, loaded: true };
  toldMeanwhile = null;
  patchLive({ catalog: told.reduce(withChange, listed) });
}

/** Takes in what the catalog's watcher saw. */
export function applyCatalogChange(change: CatalogChange): void {
  toldMeanwhile?.push(change);
  patchLive({ catalog: withChange(getState().live.catalog, change) });
}

function withChange(catalog: CatalogState, change: CatalogChange): CatalogState {
  const entries = new Map(catalog.entries);
  for (const path of change.removed) entries.delete(path);
  for (const entry of change.changed) entries.set(entry.path, entry);
  return { ...catalog, entries, notes: change.notes };
}
