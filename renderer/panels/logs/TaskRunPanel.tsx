import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunState } from '../../../src/run/run-state.ts';
import { ActionButton } from '../../commands/ActionButton.tsx';
import { perform } from '../../commands/run-command.ts';
import { EmptyPlace } from '../../parts/EmptyPlace.tsx';
import type { AppState } from '../../state/app-state.ts';
import type { OpenTaskRun } from '../../state/live-slice.ts';
import { loadRun } from '../../state/runs.ts';
import { useApp } from '../../state/store.ts';
import { RunOverview } from './RunOverview.tsx';
import { TaskRunView } from './TaskRunView.tsx';

/** Log and outputs of one task of a run; while none is chosen, the tasks of the run that is shown. */
export function TaskRunPanel() {
  const openTask = useApp(selectOpenTask);
  const shownId = useApp(selectShownId);
  const runId = openTask?.runId ?? shownId;
  const run = useApp((state) => (runId === undefined ? undefined : state.live.runs.states.get(runId)));
  useLoadedRun(runId, run);
  if (run === undefined) return <NothingShown />;
  const task = openTask === null ? undefined : run.tasks[openTask.taskKey];
  if (task === undefined) return <RunOverview key={run.id} run={run} />;
  return <TaskRunView key={`${run.id} ${task.key}`} run={run} task={task} />;
}

function NothingShown() {
  const { t } = useTranslation();
  return (
    <EmptyPlace
      icon={<IconPlayerPlay size={26} stroke={1.5} />}
      title={t('taskView.nothing')}
      hint={t('taskView.nothingHint')}
    >
      <ActionButton id="run.start" labelled />
    </EmptyPlace>
  );
}

/** A run that was deleted is not asked for any more. */
function useLoadedRun(runId: string | undefined, run: RunState | undefined): void {
  const isKept = useApp((state) => state.live.runs.list.some(({ id }) => id === runId));
  useEffect(() => {
    if (runId !== undefined && run === undefined && isKept) void perform(async () => void (await loadRun(runId)));
  }, [runId, run, isKept]);
}

function selectOpenTask(state: AppState): OpenTaskRun | null {
  return state.live.runs.openTask;
}

function selectShownId({ documents, live }: AppState): string | undefined {
  return documents.active === null ? undefined : live.runs.shown.get(documents.active);
}
