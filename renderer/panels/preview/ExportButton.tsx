import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { perform } from '../../commands/run-command.ts';
import { exportIr } from '../../files/export.ts';
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
    if (kind === 'ir') await exportIr(tabId);
    else await saveTabAs(tabId);
  };
  return (
    <Button variant="default" disabled={text === null} onClick={() => perform(write)}>
      {t(kind === 'ir' ? 'preview.export' : 'preview.saveAs')}
    </Button>
  );
}
