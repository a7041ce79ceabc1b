import type { ReactNode } from 'react';
import classes from './SettingsDialog.module.css';

/** A group of settings. Hidden while none of them is what is searched for. */
export function SettingsSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <div className={classes.rows}>{children}</div>
    </section>
  );
}

export interface SettingRowProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly labelFor?: string;
  readonly children: ReactNode;
}

/** One setting: its name, what it does, its control. */
export function SettingRow({ label, hint, labelFor, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        {labelFor === undefined ? (
          <span className={classes.label}>{label}</span>
        ) : (
          <label className={classes.label} htmlFor={labelFor}>
            {label}
          </label>
        )}
        {hint !== undefined && hint !== '' && <span className={classes.hint}>{hint}</span>}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
