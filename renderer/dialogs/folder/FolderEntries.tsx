import { IconFile, IconFolder } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderListing } from '../../../src/api/results.ts';
import classes from './FolderBrowserDialog.module.css';

type Entry = FolderListing['entries'][number];

export interface FolderEntriesProps {
  readonly listing: FolderListing | null;
  readonly chosen: string | null;
  readonly showFiles: boolean;
  readonly endings: readonly string[] | undefined;
  readonly onChoose: (entry: Entry) => void;
  readonly onOpen: (entry: Entry) => void;
  readonly onGoTo: (path: string) => void;
}

/** The places to start from, and what is in the folder. */
export function FolderEntries({ listing, chosen, showFiles, endings, onChoose, onOpen, onGoTo }: FolderEntriesProps) {
  const { t } = useTranslation();
  const shown = (listing?.entries ?? []).filter((entry) => isShown(entry, showFiles, endings));
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, entry: Entry): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(entry);
    } else moveFocus(event);
  };
  return (
    <div className={classes.columns}>
      <nav className={classes.places} aria-label={t('browser.places')}>
        {listing?.roots.map((root) => (
          <button key={root.path} type="button" className={classes.entry} onClick={() => onGoTo(root.path)}>
            <IconFolder size={15} aria-hidden={true} /> {root.label}
          </button>
        ))}
      </nav>
      <div className={classes.entries} role="listbox" aria-label={t('browser.entries')} tabIndex={-1}>
        {shown.map((entry) => (
          <button
            key={entry.name}
            type="button"
            role="option"
            aria-selected={entry.name === chosen}
            className={classes.entry}
            onClick={() => onChoose(entry)}
            onDoubleClick={() => onOpen(entry)}
            onKeyDown={(event) => onKeyDown(event, entry)}
          >
            {entry.kind === 'folder' ? (
              <IconFolder size={15} aria-hidden={true} className={classes.folder} />
            ) : (
              <IconFile size={15} aria-hidden={true} />
            )}
            {entry.name}
          </button>
        ))}
        {listing !== null && shown.length === 0 && <p className={classes.empty}>{t('browser.empty')}</p>}
        {listing?.truncated === true && <p className={classes.empty}>{t('browser.truncated')}</p>}
      </div>
    </div>
  );
}

function isShown(entry: Entry, showFiles: boolean, endings: readonly string[] | undefined): boolean {
  if (entry.kind === 'folder') return !entry.name.startsWith('.');
  if (!showFiles) return false;
  return endings === undefined || endings.some((ending) => entry.name.toLowerCase().endsWith(ending));
}

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const { currentTarget } = event;
  const next = event.key === 'ArrowDown' ? currentTarget.nextElementSibling : currentTarget.previousElementSibling;
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && next instanceof HTMLElement) {
    event.preventDefault();
    next.focus();
  }
}
