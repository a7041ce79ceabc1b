import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rootPipeline } from '../../../src/model/lookups.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { getState } from '../../state/store.ts';
import { AgreeStep } from './AgreeStep.tsx';
import { preparedForm } from './prepared-runs.ts';
import { RunForm } from './RunForm.tsx';
import { type Remembered, readRemembered } from './remembered-values.ts';
import { useLaunch } from './use-launch.ts';

export interface RunFormDialogProps {
  readonly tabId: TabId;
  /** Task keys to run again from, with the outputs of the run that is shown. */
  readonly from?: readonly string[];
  readonly onClose: () => void;
}

/** Asks for the values of a run, and for consent where its folder has none yet; then starts it. */
export function RunFormDialog({ tabId, onClose }: RunFormDialogProps) {
  const { t } = useTranslation();
  const [tab] = useState(() => getState().documents.tabs.get(tabId));
  const remembered = useRemembered(tab?.file?.path ?? null);
  const launching = useLaunch(tabId, onClose);
  // Opened before its form is there, the dialog would give the focus to its close button.
  if (tab === undefined || remembered === null) return null;
  const { document } = tab;
  const { displayName, name } = rootPipeline(document);
  const { asked } = launching;
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={asked === null ? t('runDialog.title', { pipeline: displayName ?? name }) : t('agree.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div hidden={asked !== null}>
        <RunForm document={document} remembered={remembered} prepared={preparedForm(tabId)} launching={launching} />
      </div>
      {asked !== null && <AgreeStep preflight={asked.preflight} launching={launching} />}
    </Modal>
  );
}

function useRemembered(path: string | null): Remembered | null {
  const [remembered, setRemembered] = useState<Remembered | null>(null);
  useEffect(() => {
    let wanted = true;
    void readRemembered(path).then((found) => wanted && setRemembered(found));
    return () => {
      wanted = false;
    };
  }, [path]);
  return remembered;
}
