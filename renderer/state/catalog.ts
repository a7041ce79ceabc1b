import type { HostEvents } from '../../src/api/events.ts';
import { patchLive } from './change-slices.ts';
import { callHost } from './host-access.ts';
import { getState } from './store.ts';

/** Reads the whole catalog again. */
export async function loadCatalog(): Promise<void> {
  const { entries, notes } = await callHost('catalog.list', {});
  patchLive({ catalog: { entries: new Map(entries.map((entry) => [entry.path, entry])), notes, loaded: true } });
}

/** Takes in what the catalog's watcher saw. */
export function applyCatalogChange(change: HostEvents['catalog.changed']): void {
  const { catalog } = getState().live;
  const entries = new Map(catalog.entries);
  for (const path of change.removed) entries.delete(path);
  for (const entry of change.changed) entries.set(entry.path, entry);
  patchLive({ catalog: { ...catalog, entries, notes: change.notes } });
}
