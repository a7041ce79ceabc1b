import { beforeEach, expect, it } from 'vitest';
import { applyCatalogChange, loadCatalog } from '../../../renderer/state/catalog.ts';
import { setHost } from '../../../renderer/state/host-access.ts';
import { getState } from '../../../renderer/state/store.ts';
import { catalogEntryOf } from '../../../src/catalog/catalog-entry.ts';
import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import { resetStore } from './reset-store.ts';

function entryAt(path: string): CatalogEntry {
  const text = 'name: Read data\nimplementation: {container: {image: alpine, command: ["true"]}}\n';
  const entry = catalogEntryOf(text, { path, root: '/w', fileName: 'component.yaml' });
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

beforeEach(resetStore);

it('keeps what was told while the listing was on its way', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  setHost({ call: () => promise, subscribe: () => () => undefined } as never);
  const loaded = loadCatalog();
  applyCatalogChange({ changed: [entryAt('/w/new/component.yaml')], removed: ['/w/old/component.yaml'], notes: [] });
  resolve({ entries: [entryAt('/w/old/component.yaml'), entryAt('/w/kept/component.yaml')], notes: [] });
  await loaded;
  expect([...getState().live.catalog.entries.keys()]).toEqual(['/w/kept/component.yaml', '/w/new/component.yaml']);
});
