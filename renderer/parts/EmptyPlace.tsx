import type { ReactNode } from 'react';
import classes from './EmptyPlace.module.css';

export interface EmptyPlaceProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** What to do next. */
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** What stands in a place where nothing is yet: what belongs there, and what to do next. */
export function EmptyPlace({ icon, title, hint, children }: EmptyPlaceProps) {
  return (
    <div className={classes.place}>
      {icon !== undefined && <div className={classes.icon}>{icon}</div>}
      <p className={classes.title}>{title}</p>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
