import { useTranslation } from 'react-i18next';
import type { Severity } from '../../../src/analysis/diagnostic.ts';
import { SeverityIcon } from '../../parts/SeverityIcon.tsx';
import type { Problem } from './list-problems.ts';
import classes from './Problems.module.css';

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
const COUNT_KEYS = { error: 'status.errors', warning: 'status.warnings', info: 'status.hints' } as const;

export interface SeverityFilterProps {
  readonly problems: readonly Problem[];
  readonly hidden: ReadonlySet<Severity>;
  readonly onChange: (hidden: ReadonlySet<Severity>) => void;
}

/** How many there are of each kind, and which kinds are shown. */
export function SeverityFilter({ problems, hidden, onChange }: SeverityFilterProps) {
  const { t } = useTranslation();
  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    onChange(next);
  };
  return (
    <fieldset className={classes.filter} aria-label={t('problems.filter')}>
      {SEVERITIES.map((severity) => {
        const count = problems.filter((problem) => problem.severity === severity).length;
        if (count === 0) return null;
        return (
          <button
            key={severity}
            type="button"
            className={classes.kind}
            aria-pressed={!hidden.has(severity)}
            onClick={() => toggle(severity)}
          >
            <SeverityIcon severity={severity} size={14} />
            {t(COUNT_KEYS[severity], { count })}
          </button>
        );
      })}
    </fieldset>
  );
}
