import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { HostError } from '../../src/api/errors.ts';
import { sentenceNow } from '../i18n/use-sentence.ts';
import classes from './toast.module.css';

export interface ToastOptions {
  readonly message: string;
  readonly kind?: 'info' | 'good' | 'warning' | 'error';
  /** One thing to do about it, such as Undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Replaces an earlier toast of the same id. */
  readonly id?: string;
}

/** Says something in the corner for a few seconds; errors stay until they are closed. */
export function toast({ message, kind = 'info', action, id }: ToastOptions): void {
  const toastId = id ?? crypto.randomUUID();
  if (id !== undefined) notifications.hide(id);
  notifications.show({
    id: toastId,
    message: (
      <span className={classes.message}>
        <span>{message}</span>
        {action !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(toastId);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    ),
    autoClose: kind === 'error' ? false : action === undefined ? 4_000 : 8_000,
    className: classes[kind] ?? '',
    role: kind === 'error' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
  });
}

/** Says why the host could not do something. */
export function toastFailure(error: HostError): void {
  if (error.failure.code === 'cancelled') return;
  toast({ message: sentenceNow(`error.${error.failure.code}`, error.failure.values), kind: 'error' });
}
