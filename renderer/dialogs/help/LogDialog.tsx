import { Button, Group, Modal } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { perform } from '../../commands/run-command.ts';
import { toast } from '../../parts/toast.tsx';
import { callHost } from '../../state/host-access.ts';
import classes from './HelpDialogs.module.css';

const LINES = 1_000;

/** What the app itself wrote down, newest last. */
export function LogDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly string[]>([]);
  const read = useCallback(
    () => perform(async () => setLines((await callHost('host.log', { limit: LINES })).lines)),
    [],
  );
  useEffect(() => void read(), [read]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(lines.join('\n'));
    toast({ message: t('common.copied'), kind: 'good' });
  };
  return (
    <Modal opened onClose={onClose} title={t('help.log')} size={820}>
      <textarea
        readOnly
        className={classes.log}
        aria-label={t('help.log')}
        value={lines.length === 0 ? t('help.logEmpty') : lines.join('\n')}
      />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={() => void read()}>
          {t('help.readAgain')}
        </Button>
        <Button onClick={() => perform(copy)}>{t('common.copy')}</Button>
      </Group>
    </Modal>
  );
}
