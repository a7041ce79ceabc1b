import { documentPathOfTask } from '../../../../src/model/document-path.ts';
import type { TaskId } from '../../../../src/model/ids.ts';
import type { RunState, TaskRun } from '../../../../src/run/run-state.ts';
import type { TabId } from '../../../state/documents-slice.ts';
import { useDocument, useShownRun, useTabView } from '../../../state/hooks.ts';
import { taskRunsAt } from '../../../state/task-runs.ts';

/** A task in the run that is shown: its instances, one for each iteration of a loop around it. */
export interface ShownTaskRun {
  readonly run: RunState;
  readonly instances: readonly TaskRun[];
}

/** How a task fared in the run that is drawn over the tab; nothing when none is. */
export function useTaskRun(tabId: TabId, task: TaskId): ShownTaskRun | undefined {
  const run = useShownRun(tabId);
  const document = useDocument(tabId);
  const through = useTabView(tabId)?.through ?? NONE;
  if (run === undefined) return undefined;
  const instances = taskRunsAt(run, documentPathOfTask(document, task, through));
  return instances.length === 0 ? undefined : { run, instances };
}

const NONE: readonly TaskId[] = [];
