import type { PipelineDocument } from '../../src/model/document.ts';
import type { PipelineId, TaskId } from '../../src/model/ids.ts';
import { pipelineOfNode } from '../../src/model/lookups.ts';
import type { TabId } from './documents-slice.ts';
import { showPipeline } from './looking.ts';
import { select } from './selection.ts';
import { getState } from './store.ts';

/** Goes into the sub-pipeline that a task on the canvas runs. False for any other task. */
export function enterTask(tabId: TabId, task: TaskId): boolean {
  const document = getState().documents.tabs.get(tabId)?.document;
  const target = document?.tasks.get(task)?.target;
  const view = getState().view.byTab.get(tabId);
  if (document === undefined || view === undefined || target?.kind !== 'pipeline') return false;
  const isShown = pipelineOfNode(document, task) === view.pipeline;
  const around = isShown ? view.through : [];
  showPipeline(tabId, target.pipeline, [...around, task]);
  return true;
}

/** Goes back to the pipeline around, with the task that was entered selected. */
export function leavePipeline(tabId: TabId): void {
  const document = getState().documents.tabs.get(tabId)?.document;
  const view = getState().view.byTab.get(tabId);
  const last = view?.through.at(-1);
  if (document === undefined || view === undefined) return;
  const outer = last === undefined ? undefined : pipelineOfNode(document, last);
  showPipeline(tabId, outer ?? document.root, outer === undefined ? [] : view.through.slice(0, -1));
  if (last !== undefined && outer !== undefined) select(tabId, [last]);
}

/** How many tasks of the document run a sub-pipeline. */
export function usesOfPipeline(document: PipelineDocument, pipeline: PipelineId): number {
  let uses = 0;
  for (const { target } of document.tasks.values())
    if (target.kind === 'pipeline' && target.pipeline === pipeline) uses += 1;
  return uses;
}
