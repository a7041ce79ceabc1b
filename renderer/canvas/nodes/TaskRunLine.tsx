import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTaskEnded, type TaskRun } from '../../../src/run/run-state.ts';
import { formatDuration } from '../../i18n/format.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { PhaseIcon } from '../../parts/PhaseIcon.tsx';
import { showPanel } from '../../shell/dock.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { openTaskRun } from '../../state/runs.ts';
import { getState } from '../../state/store.ts';
import classes from './TaskNode.module.css';

/** A task's state in the run that is shown: what, for how long, and why. A click opens its log. */
export function TaskRunLine({ tabId, run }: { readonly tabId: TabId; readonly run: TaskRun }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const words =
    run.reason === undefined ? t(`phase.${run.phase}`) : sentence(`run.${run.reason.code}`, run.reason.values ?? {});
  return (
    <button
      type="button"
      data-run-line={true}
      className={`${classes.runLine} nodrag nopan`}
      title={words}
      onClick={() => openLog(tabId, run.key)}
    >
      <PhaseIcon phase={run.phase} size={14} />
      <span className={classes.runWords}>{words}</span>
      <Duration run={run} />
    </button>
  );
}

function openLog(tabId: TabId, taskKey: string): void {
  const runId = getState().live.runs.shown.get(tabId);
  if (runId === undefined) return;
  openTaskRun({ runId, taskKey });
  showPanel('taskRun');
}

function Duration({ run }: { readonly run: TaskRun }) {
  const language = useLanguage();
  const now = useSeconds(!isTaskEnded(run.phase));
  if (run.startedAt === undefined) return null;
  const length = (run.endedAt ?? now) - run.startedAt;
  return <span className={classes.runTime}>{formatDuration(length, language)}</span>;
}

/** The time, once a second while it matters. */
function useSeconds(isGoing: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isGoing]);
  return now;
}
