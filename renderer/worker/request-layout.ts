import type { ELK } from 'elkjs/lib/elk-api.js';
import workerAddress from 'elkjs/lib/elk-worker.min.js?url';
import type { PipelineDocument } from '../../src/model/document.ts';
import { moveNodes } from '../../src/model/edits/move-nodes.ts';
import type { LayoutKey, PipelineId } from '../../src/model/ids.ts';
import { nodesOfPipeline } from '../../src/model/lookups.ts';
import { patchTab } from '../state/change-slices.ts';
import type { TabId } from '../state/documents-slice.ts';
import { editDocument } from '../state/edits.ts';
import { reveal } from '../state/looking.ts';
import { getState } from '../state/store.ts';
import { collectSpots } from './collect-spots.ts';
import { layoutGraph } from './layout-graph.ts';
import { measureNode } from './measure-node.ts';
import { placeAmongOthers, type Spot } from './place-among-others.ts';

export interface LayoutRequest {
  /** Moves everything; otherwise only what has no position yet. */
  readonly all: boolean;
}

let layouter: Promise<ELK> | null = null;

/** Arranges the pipeline that is on a tab's canvas, off the page's thread, as one step of history. */
export async function requestLayout(tabId: TabId, { all }: LayoutRequest): Promise<void> {
  const { document } = getState().documents.tabs.get(tabId) ?? {};
  const pipeline = getState().view.byTab.get(tabId)?.pipeline;
  if (document === undefined || pipeline === undefined) return;
  const spots = await computeLayout(document, pipeline);
  editDocument(tabId, (now) => moveNodes(now, all ? spots : placeAmongOthers(spots, now)));
  if (all) reveal(tabId, []);
}

/**
 * Places what a file that was just opened has no position for. It is no edit: there is nothing to undo, and the file
 * does not count as changed by it.
 */
export async function placeUnplaced(tabId: TabId): Promise<void> {
  const before = getState().documents.tabs.get(tabId)?.document;
  if (before === undefined) return;
  let placed = before;
  for (const pipeline of before.pipelines.values()) {
    if (!hasUnplaced(before, pipeline.id)) continue;
    const spots = await computeLayout(before, pipeline.id);
    placed = moveNodes(placed, placeAmongOthers(spots, placed)).document;
  }
  const tab = getState().documents.tabs.get(tabId);
  if (tab === undefined || tab.document !== before || placed === before) return;
  patchTab(tabId, {
    document: placed,
    analysis: { ...tab.analysis, document: placed },
  });
  reveal(tabId, []);
}

function hasUnplaced(document: PipelineDocument, pipeline: PipelineId): boolean {
  return nodesOfPipeline(document, pipeline).some((node) => !document.layout.has(node.id));
}

/** Where everything of a pipeline would stand, in canvas pixels. */
export async function computeLayout(
  document: PipelineDocument,
  pipeline: PipelineId,
): Promise<ReadonlyMap<LayoutKey, Spot>> {
  layouter ??= startLayouter();
  const elk = await layouter;
  return collectSpots(await elk.layout(layoutGraph(document, pipeline, measureNode)));
}

async function startLayouter(): Promise<ELK> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  return new Elk({ workerFactory: () => new Worker(workerAddress, { name: 'layout' }) });
}
