import i18next from 'i18next';
import { toast } from '../../parts/toast.tsx';
import { addComponent } from '../../state/add-component.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { reveal } from '../../state/looking.ts';
import type { CatalogRow } from './catalog-rows.ts';

/** The catalog path a row can be added from: that of a usable component. */
export function pathOfRow(row: CatalogRow): string | undefined {
  const entry = row.kind === 'component' ? row.entry : row.kind === 'used' ? row.used.entry : undefined;
  return entry?.status === 'ok' ? entry.path : undefined;
}

/** Puts a row's component into the pipeline in front. Says why when that cannot be. */
export function add(tabId: TabId | null, row: CatalogRow): void {
  if (tabId === null) {
    toast({ message: i18next.t('catalog.noPipeline'), kind: 'warning' });
    return;
  }
  const path = pathOfRow(row);
  const task = path === undefined ? undefined : addComponent(tabId, path);
  if (task === undefined) toast({ message: i18next.t('catalog.addFailed'), kind: 'warning' });
  else reveal(tabId, [task]);
}
