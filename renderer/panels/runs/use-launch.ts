import { useCallback, useState } from 'react';
import type { RunPreflight } from '../../../src/api/results.ts';
import type { RunReason } from '../../../src/run/run-state.ts';
import { perform } from '../../commands/run-command.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { getState } from '../../state/store.ts';
import { withoutSecrets } from './field-entries.ts';
import { listFormFields } from './form-fields.ts';
import { type LaunchOutcome, launch, launchAgreed } from './launch.ts';
import { remember } from './remembered-values.ts';
import type { RunChoices } from './run-request.ts';

interface Asked {
  readonly preflight: RunPreflight;
  readonly choices: RunChoices;
}

/** How far the start of a run has come. */
export interface Launching {
  readonly busy: boolean;
  /** What the user has to agree to before it goes on. */
  readonly asked: Asked | null;
  /** What the host said about values, by parameter. */
  readonly refused: { readonly [name: string]: RunReason };
  readonly submit: (choices: RunChoices) => void;
  readonly agree: () => void;
  /** Back to the values. */
  readonly back: () => void;
  readonly cancel: () => void;
}

const NOTHING_REFUSED = {};

/** Starts a run in the steps it needs; `onDone` when it has started or cannot. */
export function useLaunch(tabId: TabId, onDone: () => void): Launching {
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<Launching['refused']>(NOTHING_REFUSED);

  const go = useCallback(
    async (choices: RunChoices, work: () => Promise<LaunchOutcome>) => {
      setBusy(true);
      await perform(async () => {
        const outcome = await work();
        setRefused(outcome.kind === 'wrong-values' ? outcome.problems : NOTHING_REFUSED);
        setAsked(outcome.kind === 'asks' ? { preflight: outcome.preflight, choices } : null);
        if (outcome.kind === 'started') await rememberChoices(tabId, choices);
        if (outcome.kind === 'started' || outcome.kind === 'invalid-pipeline') onDone();
      });
      setBusy(false);
    },
    [tabId, onDone],
  );

  const submit = useCallback((choices: RunChoices) => void go(choices, () => launch(tabId, choices)), [tabId, go]);
  const agree = (): void => {
    if (asked !== null) void go(asked.choices, () => launchAgreed(tabId, asked.choices, asked.preflight));
  };
  return { busy, asked, refused, submit, agree, back: () => setAsked(null), cancel: onDone };
}

async function rememberChoices(tabId: TabId, { values, caching, parallelism }: RunChoices): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined) return;
  const kept = withoutSecrets(listFormFields(tab.document), values);
  await remember(tab.file?.path ?? null, { values: kept, caching, parallelism });
}
