import i18next from 'i18next';
import type { RunSummary } from '../../../src/api/results.ts';
import { isRunEnded } from '../../../src/run/run-state.ts';
import { perform } from '../../commands/run-command.ts';
import { formatDuration } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { type ToastOptions, toast } from '../../parts/toast.tsx';
import { store } from '../../state/store.ts';
import { openFailure } from './show-run.ts';

type EndedPhase = 'succeeded' | 'failed' | 'cancelled' | 'interrupted';

const KINDS: { readonly [Phase in EndedPhase]: NonNullable<ToastOptions['kind']> } = {
  succeeded: 'good',
  failed: 'error',
  cancelled: 'info',
  interrupted: 'warning',
};

/** Says how a run came out and how long it took, when it ends while the page is open. */
export function announceEndedRuns(): void {
  store.subscribe((state, previous) => {
    const { list } = state.live.runs;
    if (list === previous.live.runs.list) return;
    const before = new Map(previous.live.runs.list.map((run) => [run.id, run]));
    for (const run of list) {
      const known = before.get(run.id);
      if (known !== undefined && !isRunEnded(known.phase) && isRunEnded(run.phase)) announce(run);
    }
  });
}

function announce(run: RunSummary): void {
  const phase = run.phase as EndedPhase;
  const duration = formatDuration((run.endedAt ?? run.createdAt) - (run.startedAt ?? run.createdAt), currentLanguage());
  const failed = phase === 'failed';
  toast({
    id: `run-${run.id}`,
    kind: KINDS[phase],
    message: i18next.t(`runEnd.${phase}`, { name: run.name, duration }),
    ...(failed
      ? { action: { label: i18next.t('runEnd.why'), run: () => void perform(() => openFailure(run.id)) } }
      : {}),
  });
}
