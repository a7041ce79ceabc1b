import type { ComponentType, ReactNode } from 'react';
import classes from './SubjectHeader.module.css';

interface SubjectHeaderProps {
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number; readonly 'aria-hidden'?: boolean }>;
  readonly title: string;
  readonly subtitle: string;
  readonly children?: ReactNode;
}

/** What the inspector shows. */
export function SubjectHeader({ icon: Drawing, title, subtitle, children }: SubjectHeaderProps) {
  return (
    <header className={classes.header}>
      <span className={classes.icon}>
        <Drawing size={17} stroke={1.7} aria-hidden={true} />
      </span>
      <div className={classes.words}>
        <h2 title={title}>{title}</h2>
        <p title={subtitle}>{subtitle}</p>
      </div>
      {children}
    </header>
  );
}
