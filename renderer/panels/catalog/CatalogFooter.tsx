import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../commands/ActionButton.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import type { CatalogState } from '../../state/live-slice.ts';
import { useApp } from '../../state/store.ts';
import classes from './Catalog.module.css';
import { isShipped } from './folders.ts';

interface CatalogFooterProps {
  readonly entries: CatalogState['entries'];
  readonly onlyBroken: boolean;
  readonly onOnlyBroken: (only: boolean) => void;
}

/** What has to be said of the whole: files that cannot be used, limits of the scan, what to do when no folder is open. */
export function CatalogFooter({ entries, onlyBroken, onOnlyBroken }: CatalogFooterProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const notes = useApp((state) => state.live.catalog.notes);
  const { broken, own } = useMemo(() => countEntries(entries), [entries]);
  return (
    <>
      {own === 0 && (
        <div className={classes.invitation}>
          <p>{t('catalog.emptyHint')}</p>
          <ActionButton id="file.openFolder" labelled={true} />
        </div>
      )}
      {notes.map((note) => (
        <p key={`${note.code} ${JSON.stringify(note.values)}`} className={classes.scanNote}>
          <IconInfoCircle size={14} aria-hidden={true} />
          {say(`component.${note.code}`, note.values)}
        </p>
      ))}
      {broken > 0 && (
        <button
          type="button"
          className={classes.broken}
          aria-pressed={onlyBroken}
          onClick={() => onOnlyBroken(!onlyBroken)}
        >
          {onlyBroken ? t('catalog.showAll') : t('catalog.brokenCount', { count: broken })}
        </button>
      )}
    </>
  );
}

function countEntries(entries: CatalogState['entries']): { readonly broken: number; readonly own: number } {
  let broken = 0;
  let own = 0;
  for (const entry of entries.values()) {
    if (entry.status === 'broken') broken += 1;
    if (!isShipped(entry)) own += 1;
  }
  return { broken, own };
}
