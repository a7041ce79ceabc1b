import type { YamlText } from '../read-source.ts';
import { LAYOUT_AS_LISTS } from './0001-layout-as-lists.ts';
import type { Migration } from './migration.ts';

/** Every step, oldest first; each starts where the one before ends. */
export const MIGRATIONS: readonly Migration[] = [LAYOUT_AS_LISTS];

/** The text of the newest version, or nothing where the file is not of an older one. Comments stay. */
export function migrateText(yaml: YamlText): string | undefined {
  let migrated = false;
  for (const migration of MIGRATIONS) {
    if (yaml.document.get('apiVersion') !== migration.from) continue;
    migration.migrate(yaml.document);
    yaml.document.set('apiVersion', migration.to);
    migrated = true;
  }
  return migrated ? yaml.document.toString({ lineWidth: 0, flowCollectionPadding: false }) : undefined;
}
