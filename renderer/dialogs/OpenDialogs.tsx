import { type ComponentType, lazy, Suspense } from 'react';
import { closeDialog } from '../state/looking.ts';
import { useApp } from '../state/store.ts';
import type { OpenDialog } from '../state/view-slice.ts';

/** Loads a dialog's code when it is opened for the first time. */
function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

const CommandPalette = lazily(async () => (await import('./palette/CommandPalette.tsx')).CommandPalette);
const SettingsDialog = lazily(async () => (await import('./settings/SettingsDialog.tsx')).SettingsDialog);
const ShortcutsDialog = lazily(async () => (await import('./help/ShortcutsDialog.tsx')).ShortcutsDialog);
const AboutDialog = lazily(async () => (await import('./help/AboutDialog.tsx')).AboutDialog);
const WhatsNewDialog = lazily(async () => (await import('./help/WhatsNewDialog.tsx')).WhatsNewDialog);
const LogDialog = lazily(async () => (await import('./help/LogDialog.tsx')).LogDialog);
const HistoryDialog = lazily(async () => (await import('./HistoryDialog.tsx')).HistoryDialog);
const ImportNotesDialog = lazily(async () => (await import('./ImportNotesDialog.tsx')).ImportNotesDialog);
const ExportDialog = lazily(async () => (await import('./ExportDialog.tsx')).ExportDialog);
const RunFormDialog = lazily(async () => (await import('../panels/runs/RunFormDialog.tsx')).RunFormDialog);

/** The dialog that is open. */
export function OpenDialogs() {
  const dialog = useApp((state) => state.view.dialog);
  if (dialog === null) return null;
  return <Suspense fallback={null}>{dialogOf(dialog)}</Suspense>;
}

function dialogOf(dialog: OpenDialog) {
  const onClose = closeDialog;
  switch (dialog.kind) {
    case 'palette':
      return <CommandPalette mode={dialog.mode} onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'about':
      return <AboutDialog onClose={onClose} />;
    case 'whats-new':
      return <WhatsNewDialog onClose={onClose} />;
    case 'log':
      return <LogDialog onClose={onClose} />;
    case 'import-notes':
      return <ImportNotesDialog name={dialog.name} notes={dialog.notes} imported={dialog.imported} onClose={onClose} />;
    case 'export':
      return <ExportDialog tabId={dialog.tabId} onClose={onClose} />;
    case 'history':
      return <HistoryDialog tabId={dialog.tabId} onClose={onClose} />;
    case 'run-form':
      return (
        <RunFormDialog
          tabId={dialog.tabId}
          onClose={onClose}
          {...(dialog.from === undefined ? {} : { from: dialog.from })}
        />
      );
  }
}
