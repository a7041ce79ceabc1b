import type { UsableEntry } from '../../src/catalog/component-description.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import type { Position } from '../../src/model/edits/place-node.ts';
import type { BodyId, TaskId } from '../../src/model/ids.ts';
import { pipelineRecord } from '../../src/model/lookups.ts';
import { measureTask } from '../canvas/geometry/node-size.ts';
import { componentRecordOf } from './component-origin.ts';
import type { TabId } from './documents-slice.ts';
import { applyEdit } from './edits.ts';
import { findFreePlace, surroundingsOf } from './free-place.ts';
import { select } from './selection.ts';
import { getState } from './store.ts';
import type { TabView } from './view-slice.ts';

/** Where a component is put. */
export interface AddComponentOptions {
  /** In canvas pixels; absent: right of the selection, or a free place in view. */
  readonly position?: Position;
  /** The body it stands in; absent: that of the one selected task, or the shown pipeline's. */
  readonly parent?: BodyId;
}

/**
 * Adds a task of a catalog component to the pipeline that a tab shows, and selects it. Nothing happens, and nothing is
 * given back, when the component is broken or gone or the document cannot be edited.
 */
export function addComponent(tabId: TabId, catalogPath: string, options: AddComponentOptions = {}): TaskId | undefined {
  const { documents, view, live } = getState();
  const tab = documents.tabs.get(tabId);
  const tabView = view.byTab.get(tabId);
  const entry = live.catalog.entries.get(catalogPath);
  if (tab === undefined || tabView === undefined || entry?.status !== 'ok') return undefined;
  const record = componentRecordOf(entry, tab.file?.path ?? null);
  if (record === undefined) return undefined;
  const added = addTask(tab.document, record, {
    parent: options.parent ?? bodyShown(tab.document, tabView),
    position: options.position ?? placeFor(tab.document, tabView, entry),
  });
  if (!applyEdit(tabId, added)) return undefined;
  select(tabId, [added.task]);
  return added.task;
}

/** Beside a task inside a group means inside that group. */
function bodyShown(document: PipelineDocument, { pipeline, selection }: TabView): BodyId {
  const [only] = selection.nodes.size === 1 ? selection.nodes : [];
  return document.tasks.get(only as TaskId)?.parent ?? pipelineRecord(document, pipeline).body;
}

function placeFor(document: PipelineDocument, view: TabView, entry: UsableEntry): Position {
  const { inputs, outputs } = entry.description;
  const { height } = measureTask(
    inputs.map((port) => port.id),
    outputs.map((port) => port.id),
  );
  const surroundings = surroundingsOf(document, view.pipeline, view.selection.nodes);
  const corner = cornerSeen(view);
  return findFreePlace(corner === undefined ? surroundings : { ...surroundings, corner }, height);
}

/** A little inside the upper left corner of what the canvas shows. */
function cornerSeen({ viewport }: TabView): Position | undefined {
  if (viewport === null) return undefined;
  return { x: (80 - viewport.x) / viewport.zoom, y: (80 - viewport.y) / viewport.zoom };
}
