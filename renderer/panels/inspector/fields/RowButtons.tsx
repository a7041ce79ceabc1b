import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Fields.module.css';

/** Adds a row to a list. */
export function AddRow({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      className={classes.addRow ?? ''}
      variant="subtle"
      size="compact-xs"
      leftSection={<IconPlus size={13} aria-hidden={true} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

interface RemoveRowProps {
  /** What goes. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

/** Takes a row out of a list. */
export function RemoveRow({ name, className = '', onClick }: RemoveRowProps) {
  const { t } = useTranslation();
  return (
    <ActionIcon className={className} size={24} aria-label={t('inspector.remove', { name })} onClick={onClick}>
      <IconX size={14} aria-hidden={true} />
    </ActionIcon>
  );
}
