import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../src/analysis/diagnostic.ts';
import classes from './SeverityIcon.module.css';

const DRAWINGS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle } as const;

/** How bad something is, as shape, colour and word. */
export function SeverityIcon({ severity, size = 15 }: { readonly severity: Severity; readonly size?: number }) {
  const { t } = useTranslation();
  const Drawing = DRAWINGS[severity];
  return (
    <Drawing
      size={size}
      stroke={1.9}
      role="img"
      aria-label={t(`severity.${severity}`)}
      className={classes[severity] ?? ''}
    />
  );
}
