import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { perform } from '../../commands/run-command.ts';
import { exportTarget } from '../../files/export.ts';
import { saveTabAs } from '../../files/save.ts';
import type { TabId } from '../../state/documents-slice.ts';
import type { PreviewKind } from './use-preview-text.ts';

export interface ExportButtonProps {
  readonly tabId: TabId;
  readonly kind: PreviewKind;
  readonly text: string | null;
}

/** Writes the shown text to a file. */
export function ExportButton({ tabId, kind, text }: ExportButtonProps) {
  const { t } = useTranslation();
  const write = async (): Promise<void> => {
    if (kind === 'file') await saveTabAs(tabId);
    else await exportTarget(tabId, kind);
  };
  return (
    <Button variant="default" disabled={text === null} onClick={() => perform(write)}>
      {t(kind === 'file' ? 'preview.saveAs' : 'preview.export')}
    </Button>
  );
}
