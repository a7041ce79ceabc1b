import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeComponentRecord } from '../../../src/catalog/describe-component-record.ts';
import { perform } from '../../commands/run-command.ts';
import { updateComponents } from '../../commands/update-component.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { useApp } from '../../state/store.ts';
import { add, pathOfRow } from './add-from-row.ts';
import { ComponentProblems } from './ComponentProblems.tsx';
import type { ComponentRow, UsedRow } from './catalog-rows.ts';
import { DescriptionView } from './DescriptionView.tsx';
import classes from './Details.module.css';
import { shortPath, titleOfEntry } from './folders.ts';
import { SourceText } from './SourceText.tsx';

interface ComponentDetailsProps {
  readonly tabId: TabId | null;
  readonly row: ComponentRow | UsedRow;
  readonly onClose: () => void;
  /** Goes to another entry of the catalog. */
  readonly onShow: (path: string) => void;
}

/** Everything about one component: what it takes and gives, how it runs, its problems, its text. */
export function ComponentDetails(props: ComponentDetailsProps) {
  const { row, onClose, onShow } = props;
  const { t } = useTranslation();
  const entry = row.kind === 'component' ? row.entry : row.used.entry;
  const title = row.kind === 'component' ? titleOfEntry(row.entry) : row.used.title;
  const description = row.kind === 'used' ? describeComponentRecord(row.used.record) : descriptionOf(row);
  return (
    <section
      className={classes.details}
      aria-label={t('catalog.details', { name: title })}
      data-testid="component-details"
    >
      <header className={classes.header}>
        <h3>{title}</h3>
        <ActionIcon size={22} aria-label={t('catalog.closeDetails')} onClick={onClose}>
          <IconX size={14} aria-hidden={true} />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        <Acts {...props} />
        {entry !== undefined && row.kind === 'component' && <ComponentProblems entry={entry} onShow={onShow} />}
        {description !== undefined && <DescriptionView description={description} />}
        {entry === undefined ? (
          <p className={classes.quiet}>{t('catalog.notFromFolder')}</p>
        ) : (
          <p className={classes.path} title={entry.path}>
            {shortPath(entry)}
          </p>
        )}
        {entry?.status === 'ok' && <SourceText name={title} text={entry.text} />}
      </div>
    </section>
  );
}

function descriptionOf(row: ComponentRow) {
  return row.entry.status === 'ok' ? row.entry.description : undefined;
}

function Acts({ tabId, row }: ComponentDetailsProps) {
  const { t } = useTranslation();
  const canEdit = useApp((state) => tabId !== null && state.documents.tabs.get(tabId)?.readOnly === null);
  const changed = row.kind === 'used' ? row.used.changed : undefined;
  if (pathOfRow(row) === undefined) return null;
  return (
    <div className={classes.acts}>
      <Button
        size="compact-sm"
        disabled={!canEdit}
        title={tabId === null ? t('catalog.noPipeline') : undefined}
        leftSection={<IconPlus size={14} aria-hidden={true} />}
        aria-label={t('catalog.add')}
        onClick={() => add(tabId, row)}
      >
        {t('catalog.addShort')}
      </Button>
      {changed !== undefined && row.kind === 'used' && tabId !== null && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canEdit}
          leftSection={<IconRefresh size={14} aria-hidden={true} />}
          onClick={() => void perform(() => updateComponents(tabId, row.used.tasks, changed))}
        >
          {t('catalog.updateAll', { count: row.used.tasks.length })}
        </Button>
      )}
    </div>
  );
}
