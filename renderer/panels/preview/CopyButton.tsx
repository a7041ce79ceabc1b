import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { perform } from '../../commands/run-command.ts';
import { toast } from '../../parts/toast.tsx';

/** Copies a text to the clipboard and says so. */
export function CopyButton({ text }: { readonly text: string | null }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text ?? '');
    toast({ message: t('common.copied'), kind: 'good', id: 'copied' });
  };
  return (
    <Tooltip label={t('common.copy')}>
      <ActionIcon aria-label={t('common.copy')} disabled={text === null} onClick={() => perform(copy)}>
        <IconCopy size={16} stroke={1.6} aria-hidden={true} />
      </ActionIcon>
    </Tooltip>
  );
}
