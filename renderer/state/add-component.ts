import { groupOfBody } from '../../src/analysis/scopes.ts';
import type { UsableEntry } from '../../src/catalog/component-description.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import type { Position } from '../../src/model/edits/place-node.ts';
import type { BodyId, GroupId, TaskId } from '../../src/model/ids.ts';
import { bodiesOfGroup, bodyRecord, pipelineRecord } from '../../src/model/lookups.ts';
import { arrangementOf } from '../canvas/geometry/arrange.ts';
import { paddingOf } from '../canvas/geometry/group-frame.ts';
import { specOfGroup } from '../canvas/geometry/group-spec.ts';
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
  /** In canvas pixels, wherever the task stands; absent: right of the selection, or a free place in view. */
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
  const parent = options.parent ?? bodyShown(tab.document, tabView);
  const place = options.position ?? placeFor(tab.document, tabView, parent, entry);
  const origin = arrangementOf(tab.document, tabView.pipeline).origins.get(parent) ?? { x: 0, y: 0 };
  const position = { x: place.x - origin.x, y: place.y - origin.y };
  const added = addTask(tab.document, record, { parent, position });
  if (!applyEdit(tabId, added)) return undefined;
  select(tabId, [added.task]);
  return added.task;
}

/** Beside a task inside a group means inside that group; with the group itself selected, too. */
export function bodyShown(document: PipelineDocument, { pipeline, selection }: TabView): BodyId {
  const [only] = selection.nodes.size === 1 ? selection.nodes : [];
  const group = document.groups.get(only as GroupId);
  const [inner, ...others] = group === undefined ? [] : bodiesOfGroup(group);
  if (inner !== undefined && others.length === 0) return inner;
  return document.tasks.get(only as TaskId)?.parent ?? pipelineRecord(document, pipeline).body;
}

function placeFor(document: PipelineDocument, view: TabView, parent: BodyId, entry: UsableEntry): Position {
  const { inputs, outputs } = entry.description;
  const { height } = measureTask(
    inputs.map((port) => port.id),
    outputs.map((port) => port.id),
  );
  const surroundings = surroundingsOf(document, parent, view.selection.nodes);
  const isOpen = parent === pipelineRecord(document, view.pipeline).body;
  const corner = isOpen ? cornerSeen(view) : cornerInside(document, view, parent);
  return findFreePlace(corner === undefined ? surroundings : { ...surroundings, corner }, height);
}

/** In an empty frame there is nothing to stand beside. */
function cornerInside(document: PipelineDocument, view: TabView, parent: BodyId): Position | undefined {
  const { children } = bodyRecord(document, parent);
  if (children.length > 0) return undefined;
  const origin = arrangementOf(document, view.pipeline).origins.get(parent) ?? { x: 0, y: 0 };
  const group = groupOfBody(document, parent);
  const spec = group === undefined ? undefined : document.groups.get(group);
  const room = spec === undefined ? { left: 0, top: 0 } : paddingOf(specOfGroup(document, spec));
  return { x: origin.x + room.left, y: origin.y + room.top };
}

/** A little inside the upper left corner of what the canvas shows. */
function cornerSeen({ viewport }: TabView): Position | undefined {
  if (viewport === null) return undefined;
  return { x: (80 - viewport.x) / viewport.zoom, y: (80 - viewport.y) / viewport.zoom };
}
