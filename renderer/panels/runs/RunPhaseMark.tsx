import { useTranslation } from 'react-i18next';
import type { RunPhase, TaskPhase } from '../../../src/run/run-state.ts';
import { PhaseIcon } from '../../parts/PhaseIcon.tsx';
import classes from './RunPhaseMark.module.css';

/** The state of a run as icon and word. */
export function RunPhaseMark({ phase }: { readonly phase: RunPhase }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-run-phase={phase}>
      <span className={classes.icon} aria-hidden={true}>
        <PhaseIcon phase={lookOf(phase)} />
      </span>
      {t(`runPhase.${phase}`)}
    </span>
  );
}

/** The state of a task as icon and word. */
export function TaskPhaseMark({ phase }: { readonly phase: TaskPhase }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark}>
      <span className={classes.icon} aria-hidden={true}>
        <PhaseIcon phase={phase} />
      </span>
      {t(`phase.${phase}`)}
    </span>
  );
}

/** A run that is being stopped still runs. */
function lookOf(phase: RunPhase): TaskPhase {
  return phase === 'cancelling' ? 'running' : phase;
}
