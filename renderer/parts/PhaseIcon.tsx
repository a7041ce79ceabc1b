import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconClockHour4,
  IconLoader2,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconRecycle,
  IconRefresh,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskPhase } from '../../src/run/run-state.ts';
import classes from './PhaseIcon.module.css';

interface DrawingProps {
  readonly size?: number;
  readonly stroke?: number;
  readonly className?: string;
  readonly role?: string;
  readonly 'aria-label'?: string;
}

const DRAWINGS: { readonly [Phase in TaskPhase]: ComponentType<DrawingProps> } = {
  pending: IconCircleDashed,
  waiting: IconClockHour4,
  running: IconLoader2,
  retrying: IconRefresh,
  succeeded: IconCircleCheck,
  cached: IconRecycle,
  failed: IconCircleX,
  skipped: IconPlayerSkipForward,
  cancelled: IconCircleMinus,
  interrupted: IconPlayerPause,
};

/** The state of a task as an icon of its own shape and colour, with its name for those who do not see it. */
export function PhaseIcon({ phase, size = 15 }: { readonly phase: TaskPhase; readonly size?: number }) {
  const { t } = useTranslation();
  const Drawing = DRAWINGS[phase];
  return (
    <span className={classes.place} data-phase={phase}>
      <Drawing size={size} stroke={1.9} role="img" aria-label={t(`phase.${phase}`)} />
    </span>
  );
}
