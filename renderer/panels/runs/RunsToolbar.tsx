import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src/api/results.ts';
import type { RunPhase } from '../../../src/run/run-state.ts';
import { perform } from '../../commands/run-command.ts';
import { freeSpace } from './keep-runs.ts';
import { RunPhaseMark } from './RunPhaseMark.tsx';
import classes from './Runs.module.css';
import type { RunListView } from './run-list.ts';

const PHASES: readonly RunPhase[] = [
  'running',
  'cancelling',
  'pending',
  'failed',
  'interrupted',
  'cancelled',
  'succeeded',
];

export interface RunsToolbarProps {
  readonly runs: readonly RunSummary[];
  readonly view: RunListView;
  readonly onChange: (view: RunListView) => void;
}

/** Cuts the list down by text and state, and frees space. */
export function RunsToolbar({ runs, view, onChange }: RunsToolbarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.search ?? ''}
        aria-label={t('runList.search')}
        placeholder={t('runList.search')}
        leftSection={<IconSearch size={14} stroke={1.7} aria-hidden={true} />}
        value={view.text}
        onChange={(event) => onChange({ ...view, text: event.currentTarget.value })}
      />
      <fieldset className={classes.phases} aria-label={t('runList.filter')}>
        {PHASES.map((phase) => (
          <PhaseToggle key={phase} phase={phase} runs={runs} view={view} onChange={onChange} />
        ))}
      </fieldset>
      <span className={classes.grow} />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={14} stroke={1.7} aria-hidden={true} />}
        onClick={() => perform(freeSpace)}
      >
        {t('runList.freeSpace')}
      </Button>
    </div>
  );
}

/** Only states that some run is in can be chosen. */
function PhaseToggle({ phase, runs, view, onChange }: RunsToolbarProps & { readonly phase: RunPhase }) {
  const count = runs.filter((run) => run.phase === phase).length;
  const chosen = view.phases.has(phase);
  if (count === 0 && !chosen) return null;
  const toggle = (): void => {
    const phases = new Set(view.phases);
    if (!phases.delete(phase)) phases.add(phase);
    onChange({ ...view, phases });
  };
  return (
    <button type="button" className={classes.phase} aria-pressed={chosen} onClick={toggle}>
      <RunPhaseMark phase={phase} />
      <span className={classes.count}>{count}</span>
    </button>
  );
}
