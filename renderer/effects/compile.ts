import type { PipelineDocument } from '../../src/model/document.ts';
import { patchTab } from '../state/change-slices.ts';
import type { TabId } from '../state/documents-slice.ts';
import { failureOf } from '../state/host-access.ts';
import { getState } from '../state/store.ts';
import { compileInWorker } from '../worker/compile-client.ts';
import { createGatherer, followDocuments } from './follow-documents.ts';

const DELAY = 150;

/** Compiles every changed document in a worker, a moment after the first of a burst of edits. */
export function startCompiling(): void {
  const compile = createGatherer<TabId>(DELAY, (tabId) => void compileTab(tabId));
  followDocuments((tab, before) => {
    if (before === undefined || changesOutput(before.document, tab.document)) compile(tab.id);
  });
}

async function compileTab(tabId: TabId): Promise<void> {
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined) return;
  try {
    const output = await compileInWorker(tab.document, tabId);
    if (output !== null) patchTab(tabId, { output });
  } catch (error) {
    failureOf(error);
  }
}

/** Whether more than layout and notes is different, which is all that compiling looks at. */
function changesOutput(before: PipelineDocument, after: PipelineDocument): boolean {
  return (
    before.pipelines !== after.pipelines ||
    before.bodies !== after.bodies ||
    before.tasks !== after.tasks ||
    before.groups !== after.groups ||
    before.components !== after.components ||
    before.missing !== after.missing
  );
}
