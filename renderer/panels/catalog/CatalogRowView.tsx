import {
  IconAlertTriangle,
  IconBox,
  IconChevronDown,
  IconChevronRight,
  IconCircleX,
  IconFolder,
  IconRefresh,
  IconSitemap,
} from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogEntry } from '../../../src/catalog/component-description.ts';
import type { ComponentMatch } from '../../../src/catalog/search.ts';
import { writeComponentDrag } from '../../canvas/drag-component.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { pathOfRow } from './add-from-row.ts';
import classes from './Catalog.module.css';
import type { CatalogRow, HeadRow, UsedRow } from './catalog-rows.ts';
import { titleOfEntry } from './folders.ts';
import { markWords } from './mark-words.ts';

interface CatalogRowViewProps {
  readonly row: CatalogRow;
  readonly tabId: TabId | null;
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly onChoose: (row: CatalogRow) => void;
  readonly onActivate: (row: CatalogRow) => void;
  readonly onToggle: (id: string) => void;
  readonly onFocus: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One line of the catalog. */
export const CatalogRowView = memo(function CatalogRowView(props: CatalogRowViewProps) {
  const { row, top, height, isCurrent, isTabStop, onChoose, onActivate, onToggle, onFocus, onKeyDown } = props;
  const isHead = row.kind === 'section' || row.kind === 'folder';
  const path = pathOfRow(row);
  const startDrag = (event: DragEvent): void => {
    if (path !== undefined) writeComponentDrag(event.dataTransfer, path);
  };
  return (
    <div
      role="treeitem"
      className={classes.row}
      data-row={row.id}
      data-kind={row.kind}
      {...(path === undefined ? {} : { 'data-component': path })}
      aria-level={row.level}
      aria-selected={isCurrent}
      {...(isHead ? { 'aria-expanded': row.isExpanded } : {})}
      tabIndex={isTabStop ? 0 : -1}
      draggable={path !== undefined}
      style={{ top, height, paddingInlineStart: `calc(${row.level - 1} * 0.75rem + 0.375rem)` }}
      onClick={() => (isHead ? onToggle(row.id) : onChoose(row))}
      onDoubleClick={() => !isHead && onActivate(row)}
      onFocus={() => onFocus(row.id)}
      onKeyDown={onKeyDown}
      onDragStart={startDrag}
    >
      {isHead && <HeadLine row={row} />}
      {row.kind === 'component' && <EntryLine entry={row.entry} match={row.match} />}
      {row.kind === 'used' && <UsedLine row={row} />}
    </div>
  );
});

function HeadLine({ row }: { readonly row: HeadRow }) {
  const { t } = useTranslation();
  const Arrow = row.isExpanded ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Arrow size={13} stroke={2} aria-hidden={true} className={classes.arrow} />
      {row.kind === 'folder' && <IconFolder size={14} stroke={1.6} aria-hidden={true} className={classes.icon} />}
      <span className={classes.head} title={row.title}>
        {row.word === undefined ? row.name : t(`catalog.${row.word}`)}
      </span>
      {row.changed !== undefined && row.changed > 0 && (
        <IconRefresh size={14} className={classes.warning} role="img" aria-label={t('catalog.changed')} />
      )}
      <span className={classes.count}>{row.count}</span>
    </>
  );
}

function EntryLine({ entry, match }: { readonly entry: CatalogEntry; readonly match: ComponentMatch | undefined }) {
  const found = match?.matched ?? [];
  const words = found.map(({ word }) => word);
  return (
    <>
      <EntryIcon entry={entry} />
      <span className={classes.words}>
        <span className={classes.title} data-broken={entry.status === 'broken'}>
          {markWords(titleOfEntry(entry), words).map((piece, index) =>
            piece.isFound ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text
              <mark key={index} className={classes.mark}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )}
        </span>
        {match !== undefined && <MatchLine entry={entry} match={match} />}
      </span>
      <EntryState entry={entry} />
    </>
  );
}

/** Under what was found: where, or else what the component is for. */
function MatchLine({ entry, match }: { readonly entry: CatalogEntry; readonly match: ComponentMatch }) {
  const { t } = useTranslation();
  const elsewhere = match.matched.filter(({ fields }) => !fields.includes('title') && !fields.includes('name'));
  const [first] = elsewhere;
  const about = entry.status === 'ok' ? (entry.description.description ?? '') : t('catalog.broken');
  const field = first?.fields[0];
  const ports = match.fittingPorts.join(', ');
  const text =
    first === undefined || field === undefined
      ? ports || about
      : t('catalog.matched', {
          field: t(`catalog.field.${field}`),
          words: elsewhere.map(({ word }) => word).join(', '),
        });
  return (
    <span className={classes.matchLine} title={text}>
      {text}
    </span>
  );
}

function EntryIcon({ entry }: { readonly entry: CatalogEntry }) {
  const isGraph = entry.status === 'ok' && entry.description.implementation.kind === 'graph';
  const Drawing = isGraph ? IconSitemap : IconBox;
  return <Drawing size={14} stroke={1.6} aria-hidden={true} className={classes.icon} />;
}

function EntryState({ entry }: { readonly entry: CatalogEntry }) {
  const { t } = useTranslation();
  if (entry.status === 'broken') {
    return <IconCircleX size={14} className={classes.error} role="img" aria-label={t('catalog.broken')} />;
  }
  if (entry.description.problems.length === 0) return null;
  return <IconAlertTriangle size={14} className={classes.warning} role="img" aria-label={t('catalog.problems')} />;
}

function UsedLine({ row }: { readonly row: UsedRow }) {
  const { t } = useTranslation();
  const { title, tasks, changed } = row.used;
  return (
    <>
      <IconBox size={14} stroke={1.6} aria-hidden={true} className={classes.icon} />
      <span className={classes.title}>{title}</span>
      {tasks.length > 1 && (
        <span className={classes.count} title={t('catalog.usedTimes', { count: tasks.length })}>
          ×{tasks.length}
        </span>
      )}
      {changed !== undefined && (
        <IconRefresh size={14} className={classes.warning} role="img" aria-label={t('catalog.changed')} />
      )}
    </>
  );
}
