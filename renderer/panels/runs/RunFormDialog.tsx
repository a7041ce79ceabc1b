import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TabId } from '../../state/documents-slice.ts';

export interface RunFormDialogProps {
  readonly tabId: TabId;
  /** Task keys to run again from, with the outputs of the run that is shown. */
  readonly from?: readonly string[];
  readonly onClose: () => void;
}

/** Asks for the values of a run and starts it. */
export function RunFormDialog({ onClose }: RunFormDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('runForm.title')}>
      {null}
    </Modal>
  );
}
