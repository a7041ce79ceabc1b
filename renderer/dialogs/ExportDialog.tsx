import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMPILE_TARGETS, type CompileTarget } from '../../src/analysis/compile-target.ts';
import { perform } from '../commands/run-command.ts';
import { exportTarget } from '../files/export.ts';
import type { TabId } from '../state/documents-slice.ts';
import classes from './ExportDialog.module.css';

export interface ExportDialogProps {
  readonly tabId: TabId;
  readonly onClose: () => void;
}

/** What a pipeline can be written as. */
export function ExportDialog({ tabId, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const [target, setTarget] = useState<CompileTarget>('kfp');
  const write = (): void => {
    onClose();
    void perform(() => exportTarget(tabId, target));
  };
  return (
    <Modal opened onClose={onClose} title={t('export.title')} size="md">
      <Radio.Group
        aria-label={t('export.title')}
        value={target}
        onChange={(value) => setTarget(COMPILE_TARGETS.find((known) => known === value) ?? 'kfp')}
      >
        <div className={classes.targets}>
          {COMPILE_TARGETS.map((name) => (
            <Radio key={name} value={name} label={t(`export.target.${name}`)} description={t(`export.about.${name}`)} />
          ))}
        </div>
      </Radio.Group>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button onClick={write}>{t('export.write')}</Button>
      </Group>
    </Modal>
  );
}
