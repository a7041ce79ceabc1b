import type { UsableEntry } from '../../src/catalog/component-description.ts';
import { isKeyOfDigest } from '../../src/model/component-key.ts';
import type { ComponentRecord } from '../../src/model/document.ts';
import { pathOfOrigin } from './component-origin.ts';
import type { CatalogState } from './live-slice.ts';

/**
 * The catalog entry that an embedded component came from, where that file has another text by now. Undefined when it is
 * the same, was never in the catalog, or is broken at present.
 */
export function changedEntryOf(
  component: ComponentRecord,
  documentPath: string | null,
  entries: CatalogState['entries'],
): UsableEntry | undefined {
  const origin = component.origin?.path;
  if (origin === undefined) return undefined;
  const entry = entries.get(pathOfOrigin(origin, documentPath));
  if (entry?.status !== 'ok' || isKeyOfDigest(component.key, entry.digest)) return undefined;
  return entry;
}
