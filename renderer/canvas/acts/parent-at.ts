import type { Position } from '../../../src/model/edits/place-node.ts';
import type { BodyId, PipelineId } from '../../../src/model/ids.ts';
import type { TabId } from '../../state/documents-slice.ts';
import { getState } from '../../state/store.ts';
import { bodyAt } from '../geometry/body-at.ts';

/** The body that a new task at a point of a tab's canvas stands in. */
export function parentAt(tabId: TabId, pipeline: PipelineId, point: Position): { readonly parent?: BodyId } {
  const document = getState().documents.tabs.get(tabId)?.document;
  return document === undefined ? {} : { parent: bodyAt(document, pipeline, point) };
}
