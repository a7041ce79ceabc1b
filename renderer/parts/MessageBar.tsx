import type { ReactNode } from 'react';
import classes from './MessageBar.module.css';

export interface MessageBarProps {
  readonly kind: 'info' | 'warning' | 'error';
  readonly icon?: ReactNode;
  readonly message: string;
  /** Buttons. */
  readonly children?: ReactNode;
}

/** A line across a place that says something about the whole of it, with what can be done. */
export function MessageBar({ kind, icon, message, children }: MessageBarProps) {
  return (
    <div className={classes[kind]} role={kind === 'info' ? 'status' : 'alert'}>
      {icon}
      <span className={classes.message}>{message}</span>
      {children}
    </div>
  );
}
