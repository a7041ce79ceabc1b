import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileImport, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { perform } from '../commands/run-command.ts';
import { reloadTab, saveOver, saveTabAs } from '../files/save.ts';
import { MessageBar } from '../parts/MessageBar.tsx';
import type { FileConflict, ImportedFrom, ReadOnlyReason, TabId } from '../state/documents-slice.ts';
import { openDialog } from '../state/looking.ts';
import { useApp } from '../state/store.ts';
import { forgetImport } from '../state/tabs.ts';

/** What has to be said about a document's file: that it cannot be edited, or that it changed meanwhile. */
export function DocumentBars({ tabId }: { readonly tabId: TabId }) {
  const readOnly = useApp((state) => state.documents.tabs.get(tabId)?.readOnly ?? null);
  const conflict = useApp((state) => state.documents.tabs.get(tabId)?.conflict ?? null);
  const imported = useApp((state) => state.documents.tabs.get(tabId)?.imported ?? null);
  return (
    <>
      {readOnly !== null && <ReadOnlyBar tabId={tabId} reason={readOnly} />}
      {imported !== null && imported.notes.length > 0 && <ImportBar tabId={tabId} imported={imported} />}
      {conflict !== null && <ConflictBar tabId={tabId} conflict={conflict} />}
    </>
  );
}

function ReadOnlyBar({ tabId, reason }: { readonly tabId: TabId; readonly reason: ReadOnlyReason }) {
  const { t } = useTranslation();
  return (
    <MessageBar
      kind="info"
      icon={<IconLock size={16} aria-hidden={true} />}
      message={t(`readOnly.${reason.kind}`, { ...reason.values })}
    >
      <Button variant="default" size="compact-sm" onClick={() => perform(() => saveTabAs(tabId))}>
        {t('readOnly.saveCopy')}
      </Button>
    </MessageBar>
  );
}

/** Notes of an import can be read again until they are put away. */
function ImportBar({ tabId, imported }: { readonly tabId: TabId; readonly imported: ImportedFrom }) {
  const { t } = useTranslation();
  const { name, notes } = imported;
  return (
    <MessageBar
      kind="info"
      icon={<IconFileImport size={16} aria-hidden={true} />}
      message={t('import.bar', { name, count: notes.length })}
    >
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => openDialog({ kind: 'import-notes', name, notes, imported: true })}
      >
        {t('import.showNotes')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => forgetImport(tabId)}>
        {t('import.dismiss')}
      </Button>
    </MessageBar>
  );
}

function ConflictBar({ tabId, conflict }: { readonly tabId: TabId; readonly conflict: FileConflict }) {
  const { t } = useTranslation();
  const isGone = conflict.stamp === null;
  return (
    <MessageBar
      kind="warning"
      icon={<IconAlertTriangle size={16} aria-hidden={true} />}
      message={isGone ? t('conflict.gone') : t('conflict.changed')}
    >
      {!isGone && (
        <Button variant="default" size="compact-sm" onClick={() => perform(() => reloadTab(tabId))}>
          {t('conflict.reload')}
        </Button>
      )}
      <Button variant="default" size="compact-sm" onClick={() => perform(() => saveOver(tabId))}>
        {isGone ? t('conflict.writeAgain') : t('conflict.overwrite')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => perform(() => saveTabAs(tabId))}>
        {t('conflict.saveAs')}
      </Button>
    </MessageBar>
  );
}
